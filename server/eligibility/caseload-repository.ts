import { type SqlBool, sql } from 'kysely'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import type { PatientFacts } from '#domain/eligibility/patient-facts.ts'
import type { AnsweredPatients } from '#domain/feasibility/caseload-tally.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { compileTrial } from './compile-trial.ts'
import { readPatientFacts } from './facts-repository.ts'
import { factsVersion } from './facts-version.ts'
import { answersOfLetters, settledLetters } from './settled-in-sql.ts'

export interface CaseloadQuery {
  readonly trial: HeldTrial
  readonly asOf: CalendarDate
  /** Null: the patients of every organisation. */
  readonly organisationId: string | null
}

export interface CaseloadSlice {
  readonly factsByOrganisation: ReadonlyMap<string, readonly PatientFacts[]>
  /** Give this as `after` for the next slice; null where none is left. */
  readonly next: string | null
}

/**
 * Living patients whose cancer the trial takes or could take, and whom SQL alone knows to be stopped for good: how many
 * have the same answers, by organisation. Nothing else of them is read.
 */
export async function countStoppedPatients(
  trx: Trx,
  query: CaseloadQuery,
): Promise<ReadonlyMap<string, readonly AnsweredPatients[]>> {
  const { rows } = await sql<{ organisation_id: string; letters: string; patients: number }>`
    select organisation_id, letters, count(*) as patients
    from (
      select organisation_id, ${settledLetters(query.trial.record.criteria, query.asOf)} as letters
      from patient_facts where ${belongs(query)} and facts_version = ${factsVersion}
    ) as settled
    where letters is not null
    group by organisation_id, letters`.execute(trx)
  const groups = rows.map(({ organisation_id, letters, patients }) => ({
    organisationId: organisation_id,
    stopped: { answers: answersOfLetters(letters), patients },
  }))
  return new Map(
    [...Map.groupBy(groups, ({ organisationId }) => organisationId)].map(([id, group]) => [
      id,
      group.map(({ stopped }) => stopped),
    ]),
  )
}

/** The facts of the next `limit` of the other patients. */
export async function readCaseloadSlice(
  trx: Trx,
  query: CaseloadQuery,
  after: string | null,
  limit: number,
): Promise<CaseloadSlice> {
  const letters = settledLetters(query.trial.record.criteria, query.asOf)
  const rows = await trx
    .selectFrom('patient_facts')
    .select('patient_id')
    .where(belongs(query))
    .where(sql<SqlBool>`(facts_version <> ${factsVersion} or ${letters} is null)`)
    .$if(after !== null, (select) => select.where('patient_id', '>', after))
    .orderBy('patient_id')
    .limit(limit)
    .execute()
  const patientIds = rows.map(({ patient_id }) => patient_id)
  const held = [...(await readPatientFacts(trx, patientIds)).values()]
  const grouped = Map.groupBy(held, (each) => each.organisationId)
  return {
    factsByOrganisation: new Map([...grouped].map(([id, group]) => [id, group.map(({ facts }) => facts)])),
    next: rows.length < limit ? null : (patientIds.at(-1) ?? null),
  }
}

function belongs({ trial, asOf, organisationId }: CaseloadQuery) {
  const fits = compileTrial({ ...trial.record, criteria: [], cohorts: [] }, { asOf }).isNotFalse
  const isOfOrganisation =
    organisationId === null ? sql<SqlBool>`true` : sql<SqlBool>`organisation_id = ${organisationId}`
  return sql<SqlBool>`${fits} and ${isOfOrganisation}`
}
