import type { ApiProblem } from '../../data/problem.ts'

/** What a form of the page asked for. */
export const teamIntents = {
  createTeam: 'createTeam',
  addMember: 'addMember',
  endMembership: 'endMembership',
  assignPatients: 'assignPatients',
} as const

/** A fault of the form itself with the field to mend, or the API's; what was done before it stays done. */
export type TeamsResult =
  | { readonly kind: 'done'; readonly words: string }
  | { readonly kind: 'faulty'; readonly fieldId: string; readonly message: string }
  | { readonly kind: 'refused'; readonly problem: ApiProblem; readonly words: string | null }
