import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import { recordAsKnownAt } from '#domain/eligibility/record-as-known-at.ts'
import { screeningChanges } from '#domain/eligibility/screening-changes.ts'
import type { AnswerNow, ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { cameIntoUseBetween } from '#domain/trial/trial-encoding.ts'
import type {
  DemonstrationChange,
  DemonstrationOverride,
  DemonstrationPatient,
  DemonstrationTrial,
} from '../demonstration-data.ts'
import { stableId } from '../random/stable-id.ts'
import { type TrialThen, trialsHeldAt } from './trials-held-at.ts'

/** When the caseload was screened, in days before the day of the data; the first screening changes nothing. */
const screenedDaysAgo = [7, 5, 3, 1]

/** A screening of the caseload: what was known by the instant decides. */
interface Screening {
  readonly at: string
  readonly asOf: CalendarDate
  readonly trials: readonly TrialThen[]
}

/**
 * How answers changed in the days before, worked out by screening every patient as known on some of those days, and each
 * time that a clinician set or withdrew a verdict. The last screening is of the day itself, so that what is told last is
 * what is answered now.
 */
export function makeChanges(
  asOf: CalendarDate,
  patients: readonly DemonstrationPatient[],
  trials: readonly DemonstrationTrial[],
  overrides: readonly DemonstrationOverride[],
): readonly DemonstrationChange[] {
  const screenings = [
    ...screenedDaysAgo.map((days) => screeningAt(trials, `${addDays(asOf, -days)}T18:00:00.000Z`)),
    screeningAt(trials, `${asOf}T00:00:00.000Z`),
  ]
  return patients
    .flatMap((patient) => {
      const own = overrides.filter(({ patientId }) => patientId === patient.patientId)
      const between = own.map(({ entry: { at } }) => screeningAt(trials, at))
      const all = [...screenings, ...between].toSorted((a, b) => compare(a.at, b.at))
      return changesOf(patient, all, own)
    })
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.changeId, b.changeId))
}

function screeningAt(trials: readonly DemonstrationTrial[], at: string): Screening {
  return { at, asOf: at.slice(0, 10), trials: trialsHeldAt(trials, at) }
}

function changesOf(
  patient: DemonstrationPatient,
  screenings: readonly Screening[],
  overrides: readonly DemonstrationOverride[],
): readonly DemonstrationChange[] {
  const answered = screenings.map((screening) => ({ ...screening, ...answersAt(patient, screening, overrides) }))
  return answered.flatMap((now, place) => {
    const before = answered[place - 1]
    return before === undefined ? [] : changesBetween(patient, before, now, overrides)
  })
}

function answersAt(
  { record }: DemonstrationPatient,
  { at, asOf, trials }: Screening,
  overrides: readonly DemonstrationOverride[],
) {
  const facts = deriveFacts(recordAsKnownAt(record, at))
  const { specific, baskets } = offeredTrials(facts, trials)
  const standing = (trialId: string) =>
    standingOverrides(
      overrides.filter((each) => each.trialId === trialId && each.entry.at <= at).map(({ entry }) => entry),
    )
  const answers = new Map<string, AnswerNow>(
    [...specific, ...baskets].map((trial) => [
      trial.trialId,
      { assessment: assessTrial(facts, trial, asOf, standing(trial.trialId)), isBasket: baskets.includes(trial) },
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
