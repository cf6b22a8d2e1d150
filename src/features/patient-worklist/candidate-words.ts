import type { components } from '#api/schema.ts'
import { countText } from '../../format/counts.ts'

type OutcomeCounts = components['schemas']['OutcomeCounts']

/** `2 need data`: the candidate trials of a patient by outcome, best first. Trials that do not fit are left out. */
export function candidateWords(counts: OutcomeCounts): string[] {
  return words.flatMap(([outcome, one, many]) => {
    const count = counts[outcome]
    return count === 0 ? [] : [`${countText(count)} ${count === 1 ? one : many}`]
  })
}

const words = [
  ['noFailuresFound', 'with no criteria failed', 'with no criteria failed'],
  ['needsClinician', 'needs a clinician', 'need a clinician'],
  ['needsData', 'needs data', 'need data'],
  ['notYet', 'not yet', 'not yet'],
] as const satisfies readonly [keyof OutcomeCounts, string, string][]
