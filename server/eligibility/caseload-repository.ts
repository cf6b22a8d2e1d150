import { type SqlBool, sql } from 'kysely'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import type { AnsweredPatients, CaseloadPatient } from '#domain/feasibility/caseload-tally.ts'
import type { WeightOf } from '#domain/feasibility/draft-weight.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { compileTrial } from './compile-trial.ts'
import { readPatientFacts } from './facts-repository.ts'
import { factsVersion } from './facts-version.ts'
import { readOverrides } from './override-repository.ts'
import { answersOfLetters, settledLetters } from './settled-in-sql.ts'

export interface CaseloadQuery {
  readonly trial: HeldTrial
  /** Not stored, so that no clinician can have judged any of its criteria. */
  readonly isDraft: boolean
  readonly asOf: CalendarDate
  /** Null: the patients of every organisation. */
  readonly organisationId: string | null
  readonly weightOf: WeightOf
}

/** Some patients, by organisation. */
export interface CaseloadSlice {
  /** Whom SQL alone knows to be stopped for good: how many have the same answers. Nothing else of them is read. */
  readonly stopped: ReadonlyMap<string, readonly AnsweredPatients[]>
  /** The others, with all that the evaluator needs to know of them. */
  readonly open: ReadonlyMap<string, readonly CaseloadPatient[]>
  /** Give this as `after` for the next slice; null where none is left. */
  readonly next: string | null
}

interface SettledRow {
  readonly patient_id: string
  readonly organisation_id: string
  readonly letters: string | null
}

/**
 * The next `limit` living patients whose cancer the trial takes or could take, in the order of their ids. SQL knows
 * nothing of clinicians' verdicts, so it settles nobody of whom there is one, even one that was withdrawn.
 */
export async function readCaseloadSlice(
  trx: Trx,
  query: CaseloadQuery,
  after: string | null,
  limit: number,
): Promise<CaseloadSlice> {
  const settled = settledLetters(query.trial.record.criteria, query.asOf)
  const isNext = after === null ? sql<SqlBool>`true` : sql<SqlBool>`patient_id > ${after}`
  const { rows } = await sql<SettledRow>`
    select patient_id, organisation_id, case when facts_version = ${factsVersion} and not ${isJudged(query)} then ${settled} end as letters
    from patient_facts where ${belongs(query)} and ${isNext}
    order by patient_id limit ${limit}`.execute(trx)
  const open = rows.filter(({ letters }) => letters === null).map(({ patient_id }) => patient_id)
  return {
    stopped: countAlike(rows, query.weightOf),
    open: await readOpenPatients(trx, query, open),
    next: rows.length < limit ? null : (rows.at(-1)?.patient_id ?? null),
  }
}

function isJudged({ trial, isDraft }: CaseloadQuery) {
  if (isDraft) return sql<SqlBool>`false`
  return sql<SqlBool>`exists (
    select from verdict_override judged
    where judged.patient_id = patient_facts.patient_id and judged.trial_id = ${trial.trialId})`
}

async function readOpenPatients(
  trx: Trx,
  { trial, isDraft, weightOf }: CaseloadQuery,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, readonly CaseloadPatient[]>> {
  const overridesOf = await readOverrides(trx, isDraft ? [] : patientIds)
  const held = [...(await readPatientFacts(trx, patientIds))].flatMap(([patientId, { organisationId, facts }]) => {
    const patient = { facts, overrides: overridesOf(patientId, trial.trialId) }
    return Array.from({ length: weightOf({ patientId, organisationId }) }, () => ({ organisationId, patient }))
  })
  const byOrganisation = Map.groupBy(held, ({ organisationId }) => organisationId)
  return new Map([...byOrganisation].map(([id, own]) => [id, own.map(({ patient }) => patient)]))
}

function countAlike(rows: readonly SettledRow[], weightOf: WeightOf): ReadonlyMap<string, readonly AnsweredPatients[]> {
  const countOf = (alike: readonly SettledRow[]) =>
    alike.reduce(
      (sum, { patient_id, organisation_id }) =>
        sum + weightOf({ patientId: patient_id, organisationId: organisation_id }),
      0,
    )
  const byOrganisation = Map.groupBy(rows, ({ organisation_id }) => organisation_id)
  return new Map(
    [...byOrganisation].map(([id, own]) => [
      id,
      [...Map.groupBy(own, ({ letters }) => letters)].flatMap(([letters, alike]) =>
        letters === null ? [] : [{ answers: answersOfLetters(letters), patients: countOf(alike) }],
      ),
    ]),
  )
}

function belongs({ trial, asOf, organisationId }: CaseloadQuery) {
  const fits = compileTrial({ ...trial.record, criteria: [], cohorts: [] }, { asOf }).isNotFalse
  const isOfOrganisation =
    organisationId === null ? sql<SqlBool>`true` : sql<SqlBool>`organisation_id = ${organisationId}`
  return sql<SqlBool>`${fits} and ${isOfOrganisation}`
}
