import type { components } from '#api/schema.ts'
import { counted, countText } from '../../format/counts.ts'

type CandidateCounts = components['schemas']['CandidateCounts']

export type CandidateSummary = {
  /** `4 trials`. */
  readonly total: string
  /** How many of them have the best answer there is: `1 needs a clinician`, `all need data`. */
  readonly best: string
  /** `2 with criteria to read`, where the best answer is another; null without any. */
  readonly toRead: string | null
}

/** How many trials a patient may be put forward for, and how near the nearest is; null without any. Trials that do not fit do not count. */
export function candidateSummary(counts: CandidateCounts): CandidateSummary | null {
  const total = words.reduce((sum, [outcome]) => sum + counts[outcome], 0)
  const best = words.find(([outcome]) => counts[outcome] > 0)
  if (best === undefined) return null
  const isOthersToRead = counts.toRead > 0 && best !== wordsToRead
  return {
    total: counted(total, 'trial'),
    best: shareText(best, counts, total),
    toRead: isOthersToRead ? shareText(wordsToRead, counts, total) : null,
  }
}

function shareText([part, one, many]: Words, counts: CandidateCounts, total: number): string {
  const count = counts[part]
  const share = count === total ? (total === 1 ? '' : 'all ') : `${countText(count)} `
  return `${share}${count === 1 ? one : many}`
}

type Words = readonly [part: keyof CandidateCounts, one: string, many: string]

const wordsToRead: Words = ['toRead', 'with criteria to read', 'with criteria to read']

/** Best first; what is checked in part stands behind what is checked in full. */
const words: readonly Words[] = [
  ['noFailuresFound', 'no criteria failed', 'no criteria failed'],
  ['needsClinician', 'needs a clinician', 'need a clinician'],
  ['needsData', 'needs data', 'need data'],
  ['notYet', 'not yet', 'not yet'],
  wordsToRead,
]
