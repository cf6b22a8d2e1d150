import * as v from 'valibot'
import type { components } from '#api/schema.ts'

/** Best first, as the choices stand. */
export const outcomes = [
  'noFailuresFound',
  'needsClinician',
  'needsData',
  'notYet',
  'notMatched',
] as const satisfies readonly components['schemas']['Outcome'][]

/** Which of the possible patients are shown. */
export const possiblePatientSearch = v.object({
  outcome: v.fallback(v.optional(v.picklist(outcomes)), undefined),
  after: v.fallback(v.optional(v.pipe(v.string(), v.uuid())), undefined),
})

export type PossiblePatientSearch = v.InferOutput<typeof possiblePatientSearch>

/** How many patients the choice leaves. */
export function countOf(counts: components['schemas']['OutcomeCounts'], { outcome }: PossiblePatientSearch): number {
  if (outcome !== undefined) return counts[outcome]
  return outcomes.reduce((sum, each) => sum + counts[each], 0)
}
