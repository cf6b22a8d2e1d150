import { candidacyOf } from '#domain/eligibility/candidate.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import { staffedOrganisationCodes } from '../accounts/demonstration-accounts.ts'
import type { DemonstrationPatient, DemonstrationTrial, DemonstrationTrialSite } from '../demonstration-data.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { type PatientPlan, planPatient } from '../patients/plan-patient.ts'
import { planForTrial } from '../recruitment/recruitment-plans.ts'

/** A patient and a trial between whom a referral makes sense. */
export interface ReferralPair {
  readonly patient: DemonstrationPatient
  readonly trial: DemonstrationTrial
  readonly organisationCode: string
  /** From 0: how well the trial suits the patient. */
  readonly suits: number
  /** Whether people joined the trial in the last half year, so that an enrolment fits its numbers. */
  readonly hasRecentRecruits: boolean
  /** Days since the first site opened that recruits today and where somebody can sign in; 0 where there is none. */
  readonly openDays: number
}

/**
 * Every pair that may be referred, the best suited first and each patient's best trial before anybody's second. Every
 * fourth patient is left out, so that suitable patients remain to be referred by whoever tries the demonstration.
 */
export function referralPairs(
  seed: number,
  patients: readonly DemonstrationPatient[],
  trials: readonly DemonstrationTrial[],
  asOf: CalendarDate,
): readonly ReferralPair[] {
  const perPatient = patients.flatMap((patient, index) =>
    index % 4 === 0 ? [] : [pairsOf(patient, planPatient(seed, index), trials, asOf)],
  )
  const best = perPatient.flatMap((pairs) => pairs.slice(0, 1)).toSorted((a, b) => b.suits - a.suits)
  return [...best, ...perPatient.flatMap((pairs) => pairs.slice(1, 2))]
}

function pairsOf(
  patient: DemonstrationPatient,
  plan: PatientPlan,
  trials: readonly DemonstrationTrial[],
  asOf: CalendarDate,
): readonly ReferralPair[] {
  const { code } = plan.organisation
  const facts = deriveFacts(patient.record)
  if (!staffedOrganisationCodes.some((staffed) => staffed === code)) return []
  return trials
    .filter((trial) => isReferable(trial, facts))
    .map((trial) => ({
      patient,
      trial,
      organisationCode: code,
      suits: suitability(trial, plan),
      hasRecentRecruits: hasRecentRecruits(trial),
      openDays: openDays(trial, asOf),
    }))
    .toSorted((a, b) => b.suits - a.suits)
}

/** The sites that can receive a referral: open, and with staff in the demonstration. */
export function receivingSites({ sites, record }: DemonstrationTrial): readonly DemonstrationTrialSite[] {
  const staffed: readonly string[] = staffedOrganisationCodes.map((code) => organisationByCode(code).organisationId)
  return sites.filter(
    (site, place) =>
      staffed.includes(site.organisationId) &&
      record.sites[place]?.recruitmentStatus === 'open' &&
      site.openedOn !== null,
  )
}

function openDays(trial: DemonstrationTrial, asOf: CalendarDate): number {
  return Math.max(
    0,
    ...receivingSites(trial).map(({ openedOn }) => (openedOn === null ? 0 : daysBetween(openedOn, asOf))),
  )
}

function isReferable({ record }: DemonstrationTrial, facts: PatientFacts): boolean {
  const { cancerTypeIds, isBasket } = record
  const candidacy = candidacyOf({ isOpen: isOpenInCountries(record, ['GB']), cancerTypeIds, isBasket }, facts)
  return candidacy.kind === 'basket' || (candidacy.kind === 'cancerType' && candidacy.grade !== 'possible')
}

function suitability({ record }: DemonstrationTrial, { story, completeness, twist }: PatientPlan): number {
  if (story.fits !== record.registryId) return record.isBasket ? 0 : 1
  if (completeness.level !== 'thorough') return 2
  return twist === 'none' || twist === 'unanswered' ? 4 : 3
}

function hasRecentRecruits({ record }: DemonstrationTrial): boolean {
  const plan = planForTrial(record.registryId)
  return plan.lastRecruitDaysAgo === undefined && plan.opensDaysAgo > 250 && plan.recruited >= 9
}
