import * as v from 'valibot'
import type { components } from '#api/schema.ts'
import { listedOutcomes } from '#domain/eligibility/listed-outcomes.ts'

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

/** How many patients the choice lists. */
export function countOf(counts: components['schemas']['OutcomeCounts'], { outcome }: PossiblePatientSearch): number {
  return listedOutcomes(outcome ?? null).reduce((sum, each) => sum + counts[each], 0)
}

/** How many were compared with the trial at all. */
export function allOf(counts: components['schemas']['OutcomeCounts']): number {
  return outcomes.reduce((sum, each) => sum + counts[each], 0)
}
