import type { RefusalText } from '../access/refusal-text.ts'
import type { CalendarDate } from '../identity/calendar-date.ts'
import {
  type ContactRoute,
  mayBeOffered,
  type ResearchWish,
  researchRefusals,
  standingWishes,
} from './research-wish.ts'
import { patientHasDied, refusesThisTrial } from './wish-refusals.ts'

/** What both ends of a referral must know of the patient at once. It says what, since when, and no reason. */
export interface ReferralNotice {
  readonly kind: 'died' | 'noResearch' | 'noContact' | 'sensitive'
  readonly since: CalendarDate
  /** Of `noContact`: by which ways the patient does not want to be reached. */
  readonly routes: readonly ContactRoute[]
}

/** The patient as far as a referral has to mind it. */
export interface MindedPatient {
  readonly diedOn: CalendarDate | null
  readonly researchWishes: readonly ResearchWish[]
}

/** What bears on the referral to one trial, the gravest first. */
export function referralNotices({ diedOn, researchWishes }: MindedPatient, trialId: string): readonly ReferralNotice[] {
  const bearing = standingWishes(researchWishes).toSorted((a, b) => a.statedOn.localeCompare(b.statedOn))
  const refusal = bearing.find((wish) => !mayBeOffered(researchRefusals([wish]), trialId))
  return [
    ...(diedOn === null ? [] : [{ kind: 'died', since: diedOn, routes: [] } as const]),
    ...(refusal === undefined ? [] : [{ kind: 'noResearch', since: refusal.statedOn, routes: [] } as const]),
    ...bearing
      .filter(({ scope }) => scope === 'contact')
      .map(({ statedOn, routes }) => ({ kind: 'noContact', since: statedOn, routes }) as const),
  ]
}

/** Kept with the patient and not with the referral: only the referrer's end, which holds the record, is told. */
export function sensitiveNotice(since: CalendarDate): ReferralNotice {
  return { kind: 'sensitive', since, routes: [] }
}

/** Of these the referring team hears on its first screen. A way of contact not to be used stops nothing. */
export const mindedKinds: readonly ReferralNotice['kind'][] = ['died', 'noResearch', 'sensitive']

/** Why a referral to a trial can be neither begun nor sent; `null` where it can. */
export function refuseReferral(patient: MindedPatient, trialId: string): RefusalText | null {
  if (patient.diedOn !== null) return patientHasDied
  return mayBeOffered(researchRefusals(patient.researchWishes), trialId) ? null : refusesThisTrial
}
