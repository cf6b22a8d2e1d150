import * as v from 'valibot'
import type { components } from '#api/schema.ts'
import { foldText } from '#domain/identity/fold-text.ts'
import { recruitmentStatuses } from '#domain/trial/recruitment-status.ts'

type RecruitmentRow = components['schemas']['RecruitmentRow']

/** Ratings in the order of the list, and the trials that have none. */
export const ratings = ['red', 'amber', 'green', 'none'] as const

/** What the overview shows, as it stands in the address. The text is about trials, never about a person. */
export const recruitmentFilters = v.object({
  text: v.fallback(v.pipe(v.string(), v.maxLength(200)), ''),
  rating: v.fallback(v.array(v.picklist(ratings)), []),
  status: v.fallback(v.array(v.picklist(recruitmentStatuses)), []),
})

export type RecruitmentFilters = v.InferOutput<typeof recruitmentFilters>

/** The trials that pass every filter, in the order they came. No value chosen in a filter lets all pass. */
export function filterTrials(
  trials: readonly RecruitmentRow[],
  { text, rating, status }: RecruitmentFilters,
): readonly RecruitmentRow[] {
  const words = foldText(text).split(' ')
  return trials.filter(
    (trial) =>
      words.every((word) => searchText(trial).includes(word)) &&
      (rating.length === 0 || rating.includes(trial.rating.colour)) &&
      (status.length === 0 || status.includes(trial.recruitmentStatus)),
  )
}

/** How many trials each value of one filter would leave, given the other filters. */
export function countTrials(trials: readonly RecruitmentRow[], filters: RecruitmentFilters) {
  const byRating = filterTrials(trials, { ...filters, rating: [] })
  const byStatus = filterTrials(trials, { ...filters, status: [] })
  return {
    rating: (rating: (typeof ratings)[number]) => byRating.filter((trial) => trial.rating.colour === rating).length,
    status: (status: RecruitmentRow['recruitmentStatus']) =>
      byStatus.filter((trial) => trial.recruitmentStatus === status).length,
  }
}

function searchText({ title, registryId, cancerTypes }: RecruitmentRow): string {
  return foldText([title, registryId, ...cancerTypes.map(({ name }) => name)].join(' '))
}
