import { randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { screeningChanges } from '#domain/eligibility/screening-changes.ts'
import type { AnswerNow, ChangeCause } from '#domain/eligibility/screening-comparison.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { cameIntoUseBetween } from '#domain/trial/trial-encoding.ts'
import { keptPlan } from '../database/kept-plan.ts'
import type { ScreeningChangeTable } from '../database/tables/screening-tables.ts'
import type { Trx } from '../plugins/operation.ts'
import { readHomeCountries } from '../trial-store/home-countries-repository.ts'
import type { ExplainedAnswer } from './explained-answers-repository.ts'
import { factsVersion, rulesVersion } from './facts-version.ts'
import type { VersionedTrial } from './held-trials-repository.ts'
import { screeningChangeRow } from './screening-change-row.ts'
import type { LastScreening } from './stored-answers-repository.ts'

/** Bind parameters of one statement are limited; so many rows stay well below. */
const rowsPerStatement = 500

/** A patient just screened. Somebody who never was before has no `before`, and nothing has changed. */
export interface ScreenedPatient {
  readonly patientId: string
  readonly organisationId: string
  readonly facts: PatientFacts
  /** At the screening before; null where they are not known any more. */
  readonly factsBefore: PatientFacts | null
  readonly now: ReadonlyMap<string, AnswerNow>
  readonly before: ReadonlyMap<string, ExplainedAnswer>
  /** When all open trials were looked at before. */
  readonly last: LastScreening
}

export interface ScreeningRound {
  readonly cause: ChangeCause
  readonly asOf: CalendarDate
  readonly at: Date
  /** The trials that were looked at, open or not. */
  readonly trials: readonly VersionedTrial[]
  /** The account that set it off; null where nobody did. */
  readonly doneBy: string | null
}

/** Adds what has changed to the history, in the transaction that stores the new answers. Nobody is told of their own doing. */
export async function addScreeningChanges(
  trx: Trx,
  patients: readonly ScreenedPatient[],
  round: ScreeningRound,
): Promise<void> {
  const openedOn = await readOpenedOn(trx, newlyOffered(patients, round))
  const rows = patients.flatMap((patient) =>
    changeRows(patient, round, openedOn).map((row) => ({ ...row, is_own_doing: isOwnDoing(row, patient, round) })),
  )
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await addRows(trx, JSON.stringify(rows.slice(start, start + rowsPerStatement)), round)
  }
}

/** Whoever changes an answer knows the new one. What it overtakes is news no longer, yet nobody has seen it for that. */
async function addRows(trx: Trx, rows: string, { doneBy, at }: ScreeningRound): Promise<void> {
  // One parameter for all: one for each column of each row takes the database several times as long to read.
  await sql`
    with change as materialized (
      select * from json_to_recordset(${rows}::json) change (
        change_id uuid, patient_id uuid, trial_id uuid, organisation_id uuid, at timestamptz, as_of date, cause text,
        kind text, from_outcome text, to_outcome text, because text, has_text_to_read boolean, is_set_by_clinician boolean,
        facts_version integer, trial_version integer, rules_version integer, is_own_doing boolean)
    ), added as (
      insert into screening_change (change_id, patient_id, trial_id, organisation_id, at, as_of, cause, kind,
        from_outcome, to_outcome, because, has_text_to_read, is_set_by_clinician, facts_version, trial_version, rules_version)
      select change_id, patient_id, trial_id, organisation_id, at, as_of, cause, kind, from_outcome, to_outcome,
        because::jsonb, has_text_to_read, is_set_by_clinician, facts_version, trial_version, rules_version
      from change
    )
    insert into change_seen (account_id, change_id, seen_at)
    select ${doneBy}::uuid, change_id, ${at}::timestamptz from change
    where is_own_doing and ${doneBy}::uuid is not null ${keptPlan}`.execute(trx)
}

/** Not where a new day, newer rules or the trial itself may have changed the answer as well: that nobody has seen yet. */
function isOwnDoing(
  { trial_id, cause }: Insertable<ScreeningChangeTable>,
  { last }: ScreenedPatient,
  round: ScreeningRound,
): boolean {
  const trial = round.trials.find(({ trialId }) => trialId === trial_id)
  const isSameTrial = trial !== undefined && trial.updatedAt <= last.at
  return cause === round.cause && isSameTrial && last.asOf === round.asOf
}

function changeRows(
  patient: ScreenedPatient,
  round: ScreeningRound,
  openedOn: ReadonlyMap<string, CalendarDate>,
): Insertable<ScreeningChangeTable>[] {
  const { patientId, organisationId, facts, factsBefore, before, now } = patient
  const { asOf, at, trials } = round
  const byId = new Map(trials.map((trial) => [trial.trialId, trial]))
  const aboutTrial = (trialId: string) => ({
    cause: causeOf(round, before.get(trialId), byId.get(trialId)),
    isNewTrial: isNewTo(patient, byId.get(trialId), round),
    openedOn: openedOn.get(trialId) ?? null,
    rulesInUseOn: cameIntoUseBetween(byId.get(trialId)?.rulesFrom ?? null, before.get(trialId)?.asOf ?? null, asOf),
  })
  const openTrialIds = new Set(trials.filter(({ isOpenAtHome }) => isOpenAtHome).map(({ trialId }) => trialId))
  return screeningChanges({ facts, factsBefore, before, now, openTrialIds, asOf, aboutTrial }).map(
    ({ trialId, change }) =>
      screeningChangeRow({
        ...change,
        changeId: randomUUID(),
        patientId,
        trialId,
        organisationId,
        at,
        asOf,
        cause: aboutTrial(trialId).cause,
        trialVersion: versionOf(trialId, byId.get(trialId), before.get(trialId)),
      }),
  )
}

/** What changed was looked at now or before, so one of the two has the version. */
function versionOf(trialId: string, now: VersionedTrial | undefined, before: ExplainedAnswer | undefined): number {
  const version = now?.version ?? before?.trialVersion
  if (version === undefined) throw new Error(`Trial ${trialId} changed without having been looked at.`)
  return version
}

/** Answers of older rules, or of an older version of the trial, differ for that reason and not because a day passed. */
function causeOf(
  { cause }: ScreeningRound,
  before: ExplainedAnswer | undefined,
  trial: VersionedTrial | undefined,
): ChangeCause {
  if (before !== undefined && (before.rulesVersion !== rulesVersion || before.factsVersion !== factsVersion)) {
    return 'rules'
  }
  return cause === 'day' && before?.trialVersion !== trial?.version ? 'trial' : cause
}

/** A trial taken in since the patient was last screened; its own screening may still be on the way. */
function isNewTo({ last }: ScreenedPatient, trial: VersionedTrial | undefined, { cause }: ScreeningRound): boolean {
  return cause === 'trial' || (trial !== undefined && trial.updatedAt > last.at)
}

function newlyOffered(patients: readonly ScreenedPatient[], round: ScreeningRound): readonly string[] {
  return round.trials
    .filter((trial) => patients.some((patient) => !patient.before.has(trial.trialId) && isNewTo(patient, trial, round)))
    .map(({ trialId }) => trialId)
}

/** The first day on which a site here was open, by trial, where a site says so. */
export async function readOpenedOn(trx: Trx, trialIds: readonly string[]): Promise<ReadonlyMap<string, CalendarDate>> {
  if (trialIds.length === 0) return new Map()
  const rows = await trx
    .selectFrom('trial_site')
    .select(({ fn }) => ['trial_id', fn.min('opened_on').as('opened_on')])
    .where('trial_id', 'in', [...trialIds])
    .where('country_code', 'in', [...(await readHomeCountries(trx))])
    .where('is_listed', '=', true)
    .groupBy('trial_id')
    .execute()
  return new Map(
    rows.flatMap(({ trial_id, opened_on }) => (opened_on === null ? [] : [[trial_id, opened_on] as const])),
  )
}
