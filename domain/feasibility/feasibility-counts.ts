import type { DisclosurePolicy } from '../disclosure/disclosure-policy.ts'
import { suppressCount } from '../disclosure/suppress-count.ts'
import type { CaseloadTally } from './caseload-tally.ts'

/** How many patients by outcome. Null: from 1 to 7, of a draft from 0 to 7, not shown outside the care team. */
export interface FeasibilityCounts {
  /** No criterion fails on the data held; text that software cannot check may still have to be read. */
  readonly possible: number | null
  readonly needsData: number | null
  readonly notYet: number | null
  readonly notMatched: number | null
}

export type ExactCounts = { readonly [Name in keyof FeasibilityCounts]: number }

export function exactCounts({ outcomes }: CaseloadTally): ExactCounts {
  const { noFailuresFound, needsClinician, needsData, notYet, notMatched } = outcomes
  return { possible: noFailuresFound + needsClinician, needsData, notYet, notMatched }
}

export function suppressCounts(
  { possible, needsData, notYet, notMatched }: ExactCounts,
  policy: DisclosurePolicy,
): FeasibilityCounts {
  return {
    possible: suppressCount(possible, policy),
    needsData: suppressCount(needsData, policy),
    notYet: suppressCount(notYet, policy),
    notMatched: suppressCount(notMatched, policy),
  }
}

/** So few patients that saying how they divide would point at some of them. */
export const notBrokenDown: FeasibilityCounts = { possible: null, needsData: null, notYet: null, notMatched: null }
