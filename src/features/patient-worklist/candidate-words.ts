import type { components } from '#api/schema.ts'
import { counted, countText } from '../../format/counts.ts'

type OutcomeCounts = components['schemas']['OutcomeCounts']

export type CandidateSummary = {
  /** `4 trials`. */
  readonly total: string
  /** How many of them have the best outcome there is: `1 needs a clinician`, `all need data`. */
  readonly best: string
}

/** How many trials a patient may be put forward for, and how near the nearest is; null without any. Trials that do not fit do not count. */
export function candidateSummary(counts: OutcomeCounts): CandidateSummary | null {
  const total = words.reduce((sum, [outcome]) => sum + counts[outcome], 0)
  const best = words.find(([outcome]) => counts[outcome] > 0)
  if (best === undefined) return null
  const [outcome, one, many] = best
  const count = counts[outcome]
  const share = count === total ? (total === 1 ? '' : 'all ') : `${countText(count)} `
  return { total: counted(total, 'trial'), best: `${share}${count === 1 ? one : many}` }
}

/** Best first. */
const words = [
  ['noFailuresFound', 'no criteria failed', 'no criteria failed'],
  ['needsClinician', 'needs a clinician', 'need a clinician'],
  ['needsData', 'needs data', 'need data'],
  ['notYet', 'not yet', 'not yet'],
] as const satisfies readonly [keyof OutcomeCounts, string, string][]
