import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { noAnswersYet } from '#domain/eligibility/known-answers.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { recordAsKnownAt } from '#domain/eligibility/record-as-known-at.ts'
import { screeningChanges } from '#domain/eligibility/screening-changes.ts'
import type { AnswerNow, ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { cameIntoUseBetween } from '#domain/trial/trial-encoding.ts'
import type {
  DemonstrationChange,
  DemonstrationOverride,
  DemonstrationPatient,
  DemonstrationTrial,
} from '../demonstration-data.ts'
import { stableId } from '../random/stable-id.ts'
import { startOfDay } from './start-of-day.ts'
import { type TrialThen, trialsHeldAt, versionsOf } from './trials-held-at.ts'

/** When the caseload was first screened, in days before the day of the data; the first screening changes nothing. */
const firstScreenedDaysAgo = 7

/** A screening of a patient: what was known by the instant decides. */
interface Screening {
  readonly at: string
  readonly asOf: CalendarDate
  readonly trials: readonly TrialThen[]
}

/**
 * How answers changed in the days before, worked out by screening each patient whenever something could change an answer,
 * as the product does: when a day began, when a row was recorded, when a trial was taken in, and when a clinician set or
 * withdrew a verdict. So what is stored for an instant is what the rows known at that instant give. The last screening is of
 * the day itself, so that what is told last is what is answered now.
 */
export function makeChanges(
  asOf: CalendarDate,
  patients: readonly DemonstrationPatient[],
  trials: readonly DemonstrationTrial[],
  overrides: readonly DemonstrationOverride[],
): readonly DemonstrationChange[] {
  const first = `${addDays(asOf, -firstScreenedDaysAgo)}T18:00:00.000Z`
  const days = Array.from({ length: firstScreenedDaysAgo }, (_, daysAgo) => startOfDay(addDays(asOf, -daysAgo)))
  const forEverybody = [...days, ...trials.flatMap(versionsOf).map(({ takenInAt }) => takenInAt)]
  const held = new Map<string, Screening>()
  const screeningOf = (at: string) => {
    const screening = held.get(at) ?? screeningAt(trials, at)
    held.set(at, screening)
    return screening
  }
  return patients
    .flatMap((patient) => {
      const own = overrides.filter(({ patientId }) => patientId === patient.patientId)
      const ownInstants = [
        ...rowsOf(patient.record).map(({ recordedAt }) => recordedAt),
        ...own.map(({ entry: { at } }) => at),
      ]
      const later = new Set([...forEverybody, ...ownInstants].filter((at) => at > first))
      return changesOf(patient, [first, ...[...later].sort()].map(screeningOf), own)
    })
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.changeId, b.changeId))
}

function screeningAt(trials: readonly DemonstrationTrial[], at: string): Screening {
  return { at, asOf: calendarDateInLondon(new Date(at)), trials: trialsHeldAt(trials, at) }
}

function changesOf(
  patient: DemonstrationPatient,
  screenings: readonly Screening[],
  overrides: readonly DemonstrationOverride[],
): readonly DemonstrationChange[] {
  const factsAt = factsOf(patient.record)
  const answered = screenings.map((screening) => ({
    ...screening,
    ...answersAt(factsAt(screening.at), screening, overrides),
  }))
  return answered.flatMap((now, place) => {
    const before = answered[place - 1]
    return before === undefined ? [] : changesBetween(patient, before, now, overrides)
  })
}

/** Facts by instant; asked in the order of time, they are derived again only where something more has become known. */
function factsOf(record: DemonstrationPatient['record']): (at: string) => PatientFacts {
  let last: { readonly known: string; readonly facts: PatientFacts } | null = null
  return (at) => {
    const then = recordAsKnownAt(record, at)
    const known = `${rowsOf(then).length} ${then.diedOn} ${then.researchWishes.length}`
    last = last?.known === known ? last : { known, facts: deriveFacts(then) }
    return last.facts
  }
}

function answersAt(facts: PatientFacts, { at, asOf, trials }: Screening, overrides: readonly DemonstrationOverride[]) {
  const known = noAnswersYet(facts, asOf)
  const { specific, baskets } = offeredTrials(facts, trials)
  const standing = (trialId: string) =>
    standingOverrides(
      overrides.filter((each) => each.trialId === trialId && each.entry.at <= at).map(({ entry }) => entry),
    )
  const answers = new Map<string, AnswerNow>(
    [...specific, ...baskets].map((trial) => [
      trial.trialId,
      {
        assessment: assessTrial(facts, trial, asOf, standing(trial.trialId), known),
        isBasket: baskets.includes(trial),
      },
    ]),
  )
  return { facts, answers }
}

type Answered = Screening & ReturnType<typeof answersAt>

function changesBetween(
  patient: DemonstrationPatient,
  before: Answered,
  now: Answered,
  overrides: readonly DemonstrationOverride[],
): readonly DemonstrationChange[] {
  const { patientId, organisationId, record } = patient
  const held = new Map(now.trials.map((trial) => [trial.trialId, trial]))
  const hasNewRows = rowsOf(record).some(({ recordedAt }) => recordedAt > before.at && recordedAt <= now.at)
  const isNewVersion = (trialId: string) => (held.get(trialId)?.takenInAt ?? '') > before.at
  const decidedOn = (trialId: string) =>
    overrides.find((each) => each.trialId === trialId && each.entry.at === now.at)?.accountId ?? null
  const causeOf = (trialId: string): ChangeCause => {
    if (decidedOn(trialId) !== null) return 'override'
    if (isNewVersion(trialId)) return 'trial'
    return hasNewRows ? 'patient' : 'day'
  }
  const aboutTrial = (trialId: string) => ({
    cause: causeOf(trialId),
    isNewTrial: isNewVersion(trialId),
    openedOn: held.get(trialId)?.openedOn ?? null,
    rulesInUseOn: cameIntoUseBetween(held.get(trialId)?.rulesFrom ?? null, before.asOf, now.asOf),
  })
  return screeningChanges({
    facts: now.facts,
    factsBefore: before.facts,
    before: new Map([...before.answers].map(([trialId, answer]) => [trialId, asBefore(answer)])),
    now: now.answers,
    openTrialIds: new Set(now.trials.filter(({ isOpenAtHome }) => isOpenAtHome).map(({ trialId }) => trialId)),
    asOf: now.asOf,
    aboutTrial,
  }).map(({ trialId, change }) => ({
    changeId: stableId(`change/${patientId}/${trialId}/${now.at}`),
    patientId,
    trialId,
    organisationId,
    at: now.at,
    asOf: now.asOf,
    cause: causeOf(trialId),
    doneBy: decidedOn(trialId),
    trialVersion: held.get(trialId)?.version ?? 1,
    ...change,
  }))
}

function asBefore({ assessment, isBasket }: AnswerNow) {
  return { outcome: assessment.outcome, isBasket, reasons: () => assessment }
}

function rowsOf({ diagnoses, observations, treatments, biomarkers, assertions }: DemonstrationPatient['record']) {
  return [...diagnoses, ...observations, ...treatments, ...biomarkers, ...assertions]
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
