import type { ApiProblem } from '../../data/problem.ts'
import type { FieldFault } from '../../ui/error-summary.tsx'

/** What a form of the page asked for. */
export const logIntents = { add: 'add', end: 'end' } as const

/** What came of a form: done, faults of the form itself with the fields to mend, or the API's refusal. */
export type LogResult =
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'faulty'; readonly faults: readonly (FieldFault & { readonly fieldId: string })[] }
  | { readonly kind: 'refused'; readonly problem: ApiProblem }

/** So many characters are the least from which somebody else learns why. */
export const fewestCharacters = 10
