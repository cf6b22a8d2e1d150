import type { components } from '#api/schema.ts'
import { ratioInWords } from '#domain/recruitment/recruitment-sentence.ts'
import { recruitmentStatusWords } from '../../ui/recruitment-status-tag.tsx'
import { dormancyWords } from './dormancy-words.ts'
import { ratingLabel } from './rating-label.ts'

export const csvHeader = [
  'Trial',
  'Registry number',
  'Status',
  'UK target',
  'Recruited',
  'Time-adjusted ratio',
  'Rating',
  'Meaning',
  'Last recruit',
  'Dormancy',
  'Site-months not returned',
  'In one sentence',
] as const

/** What the table shows of one trial; what is not known or does not apply is an empty cell. */
export function csvRow(row: components['schemas']['RecruitmentRow']): (string | number | null)[] {
  const { rating } = row
  return [
    row.title,
    row.registryId,
    recruitmentStatusWords[row.recruitmentStatus].label,
    row.target,
    row.recruited,
    rating.ratio === null ? null : ratioInWords(rating.ratio),
    ratingLabel(rating.colour),
    rating.words,
    row.lastRecruitedOn,
    dormancyWords[row.dormancy],
    row.siteMonthsNotReturned,
    row.sentence,
  ]
}
