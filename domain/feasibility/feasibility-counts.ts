import type { DisclosurePolicy } from '../disclosure/disclosure-policy.ts'
import { suppressCount } from '../disclosure/suppress-count.ts'
import type { CaseloadTally } from './caseload-tally.ts'

/** How many patients by outcome. Null: from 1 to 7, of a draft from 0 to 7, not shown outside the care team. */
export interface FeasibilityCounts {
  /** Every criterion has been checked, and none fails on the data held. */
  readonly possible: number | null
  /** No criterion fails, but a person has yet to read or to judge one. Nobody knows whether they fit. */
  readonly toRead: number | null
  readonly needsData: number | null
  readonly notYet: number | null
  readonly notMatched: number | null
}

export type CountName = keyof FeasibilityCounts

/** In the order of the columns: what matters most has its total first. */
export const countNames = ['possible', 'toRead', 'needsData', 'notYet', 'notMatched'] as const satisfies CountName[]

export type ExactCounts = { readonly [Name in CountName]: number }

export function exactCounts({ outcomes }: CaseloadTally): ExactCounts {
  const { noFailuresFound, needsClinician, needsData, notYet, notMatched } = outcomes
  return { possible: noFailuresFound, toRead: needsClinician, needsData, notYet, notMatched }
}

export function suppressCounts(counts: ExactCounts, policy: DisclosurePolicy): FeasibilityCounts {
  return mapCounts((name) => suppressCount(counts[name], policy))
}

export function mapCounts<Value>(count: (name: CountName) => Value): { readonly [Name in CountName]: Value } {
  return {
    possible: count('possible'),
    toRead: count('toRead'),
    needsData: count('needsData'),
    notYet: count('notYet'),
    notMatched: count('notMatched'),
  }
}

/** So few patients that saying how they divide would point at some of them. */
export const notBrokenDown: FeasibilityCounts = mapCounts(() => null)
