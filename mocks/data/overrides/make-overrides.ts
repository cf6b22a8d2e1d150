import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { criterionVerdicts } from '#domain/eligibility/criterion-verdicts.ts'
import {
  decideOverride,
  decideWithdrawal,
  type OverrideAuthor,
  type OverrideDecision,
} from '#domain/eligibility/decide-override.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import type { OverrideEntry } from '#domain/eligibility/override-entry.ts'
import { recordAsKnownAt } from '#domain/eligibility/record-as-known-at.ts'
import type { OverrideSituation } from '#domain/eligibility/standing-override.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { accountAt } from '../accounts/demonstration-accounts.ts'
import { trialHeldAt } from '../changes/trials-held-at.ts'
import type {
  DemonstrationOverride,
  DemonstrationPatient,
  DemonstrationReferral,
  DemonstrationTrial,
} from '../demonstration-data.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { stableId } from '../random/stable-id.ts'
import { type PlannedEntry, type PlannedOverride, plannedOverrides, type SeenCriterion } from './planned-overrides.ts'

/** Where an override is planned: somebody in whose record it makes sense, on a trial that was held by then. */
interface Place {
  readonly patient: DemonstrationPatient
  readonly trial: DemonstrationTrial
  readonly criterion: SeenCriterion['verdict']
}

/**
 * Verdicts that clinicians of the first organisation set on criteria, decided by the rules for everybody's. Each is about
 * a patient of its own and a trial to which nobody has referred them. Where a plan makes sense for nobody, nothing comes of it.
 */
export function makeOverrides(
  asOf: CalendarDate,
  patients: readonly DemonstrationPatient[],
  trials: readonly DemonstrationTrial[],
  referrals: readonly Pick<DemonstrationReferral, 'patientId' | 'trialId'>[],
): readonly DemonstrationOverride[] {
  const { organisationId } = organisationByCode('ZZ001')
  const own = patients.filter((each) => each.organisationId === organisationId)
  const referred = new Set(referrals.map(({ patientId, trialId }) => `${patientId} ${trialId}`))
  const taken = new Set<string>()
  return plannedOverrides.flatMap((plan) => {
    const free = own.filter(({ patientId }) => !taken.has(patientId))
    const pairs = free.flatMap((patient) => trials.map((trial) => ({ patient, trial })))
    const place = findPlace(
      plan,
      pairs.filter(({ patient, trial }) => !referred.has(`${patient.patientId} ${trial.trialId}`)),
      asOf,
    )
    if (place === null) return []
    taken.add(place.patient.patientId)
    return entriesOf(plan, place, asOf)
  })
}

/** When an entry is made: in the evening, after the caseload was screened with all that had been recorded by then. */
function instantOf({ daysAgo }: PlannedEntry, asOf: CalendarDate): { readonly at: string; readonly on: CalendarDate } {
  const on = addDays(asOf, -daysAgo)
  return { at: `${on}T18:20:00.000Z`, on }
}

function findPlace(
  plan: PlannedOverride,
  pairs: readonly Omit<Place, 'criterion'>[],
  asOf: CalendarDate,
): Place | null {
  const { at, on } = instantOf(plan.set, asOf)
  for (const { patient, trial } of pairs) {
    const now = criteriaAt(patient, trial, { at: `${asOf}T00:00:00.000Z`, on: asOf })
    const found = criteriaAt(patient, trial, { at, on }).find((then) => {
      const same = now.find(({ verdict }) => verdict.criterionId === then.verdict.criterionId)
      return same !== undefined && plan.makesSense(then, same)
    })
    if (found !== undefined) return { patient, trial, criterion: found.verdict }
  }
  return null
}

/** The criteria of a trial as they stood to a patient at an instant; none where it was not open to the patient. */
function criteriaAt(
  { record }: DemonstrationPatient,
  trial: DemonstrationTrial,
  { at, on }: { readonly at: string; readonly on: CalendarDate },
): readonly SeenCriterion[] {
  const held = trialHeldAt(trial, at)
  const facts = deriveFacts(recordAsKnownAt(record, at))
  if (held === null || offeredTrials(facts, [held]).specific.length === 0) return []
  const assessment = assessTrial(facts, held, on)
  return criterionVerdicts(assessment).map((verdict) => ({ outcome: assessment.outcome, verdict }))
}

function entriesOf(
  plan: PlannedOverride,
  { patient, trial, criterion }: Place,
  asOf: CalendarDate,
): readonly DemonstrationOverride[] {
  const { patientId, organisationId, record } = patient
  const { trialId } = trial
  const { criterionId, cohort, basis } = criterion
  if (basis === null) return []
  const overrideId = stableId(`override/${patientId}/${trialId}/${criterionId}`)
  const make = (
    planned: PlannedEntry,
    history: readonly OverrideEntry[],
    decide: (situation: OverrideSituation, author: OverrideAuthor) => OverrideDecision,
  ): DemonstrationOverride => {
    const { at, on } = instantOf(planned, asOf)
    const held = trialHeldAt(trial, at)
    const account = accountAt(organisationId, planned.role)
    const author = { overrideId, by: account.name, role: planned.role, at }
    const facts = deriveFacts(recordAsKnownAt(record, at))
    const decision: OverrideDecision =
      held === null ? { kind: 'unknown' } : decide({ trial: held, facts, history, asOf: on }, author)
    if (decision.kind !== 'entry') throw new Error(`The planned verdict on ${criterionId} of ${trialId} is refused.`)
    return { patientId, trialId, accountId: account.accountId, entry: decision.entry }
  }
  const { verdict, reason } = plan.set
  const set = make(plan.set, [], (situation, author) =>
    decideOverride(situation, { criterionId, cohort, verdict, reason, basis, replaces: null }, author),
  )
  const { withdrawn } = plan
  if (withdrawn === null) return [set]
  return [
    set,
    make(withdrawn, [set.entry], (situation, author) =>
      decideWithdrawal(situation, { overrideId, reason: withdrawn.reason }, author),
    ),
  ]
}
