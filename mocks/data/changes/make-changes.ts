import { assessTrial } from '#domain/eligibility/assess-trial.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { offeredTrials } from '#domain/eligibility/offered-trials.ts'
import { recordAsKnownAt } from '#domain/eligibility/record-as-known-at.ts'
import { screeningChanges } from '#domain/eligibility/screening-changes.ts'
import type { AnswerNow } from '#domain/eligibility/screening-comparison.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationChange, DemonstrationPatient, DemonstrationTrial } from '../demonstration-data.ts'
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
 * How answers changed in the days before, worked out by screening every patient as known on some of those days. The last
 * screening is of the day itself, so that what is told last is what is answered now.
 */
export function makeChanges(
  asOf: CalendarDate,
  patients: readonly DemonstrationPatient[],
  trials: readonly DemonstrationTrial[],
): readonly DemonstrationChange[] {
  const screenings = [
    ...screenedDaysAgo.map((days) => screeningAt(trials, addDays(asOf, -days), '18:00')),
    screeningAt(trials, asOf, '00:00'),
  ]
  return patients
    .flatMap((patient) => changesOf(patient, screenings))
    .toSorted((a, b) => compare(a.at, b.at) || compare(a.changeId, b.changeId))
}

function screeningAt(trials: readonly DemonstrationTrial[], asOf: CalendarDate, time: string): Screening {
  const at = `${asOf}T${time}:00.000Z`
  return { at, asOf, trials: trialsHeldAt(trials, at) }
}

function changesOf(patient: DemonstrationPatient, screenings: readonly Screening[]): readonly DemonstrationChange[] {
  const answered = screenings.map((screening) => ({ ...screening, ...answersAt(patient, screening) }))
  return answered.flatMap((now, place) => {
    const before = answered[place - 1]
    return before === undefined ? [] : changesBetween(patient, before, now)
  })
}

function answersAt({ record }: DemonstrationPatient, { at, asOf, trials }: Screening) {
  const facts = deriveFacts(recordAsKnownAt(record, at))
  const { specific, baskets } = offeredTrials(facts, trials)
  const answers = new Map<string, AnswerNow>(
    [...specific, ...baskets].map((trial) => [
      trial.trialId,
      { assessment: assessTrial(facts, trial, asOf), isBasket: baskets.includes(trial) },
    ]),
  )
  return { facts, answers }
}

type Answered = Screening & ReturnType<typeof answersAt>

function changesBetween(
  patient: DemonstrationPatient,
  before: Answered,
  now: Answered,
): readonly DemonstrationChange[] {
  const { patientId, organisationId, record } = patient
  const held = new Map(now.trials.map((trial) => [trial.trialId, trial]))
  const hasNewRows = rowsOf(record).some(({ recordedAt }) => recordedAt > before.at && recordedAt <= now.at)
  const isNewVersion = (trialId: string) => (held.get(trialId)?.takenInAt ?? '') > before.at
  const aboutTrial = (trialId: string) => ({
    cause: isNewVersion(trialId) ? ('trial' as const) : hasNewRows ? ('patient' as const) : ('day' as const),
    isNewTrial: isNewVersion(trialId),
    openedOn: held.get(trialId)?.openedOn ?? null,
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
    cause: aboutTrial(trialId).cause,
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
