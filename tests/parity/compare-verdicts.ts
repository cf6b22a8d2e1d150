import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Outcome } from '../../domain/eligibility/outcome-label.ts'
import type { Tri } from '../../domain/eligibility/tri.ts'
import type { Database } from '../../server/database/schema.ts'
import { distinctKeys } from '../../server/eligibility/compile-criterion.ts'
import type { CompiledTrial } from '../../server/eligibility/compile-trial.ts'
import { type CompiledRule, missingOf, needsDataOf } from '../../server/eligibility/compiled-rule.ts'

/** What SQL or the evaluator says of one patient and one criterion. */
export interface Answer {
  readonly verdict: Tri
  /** Keys of what is open, in the order of the alphabet. */
  readonly missing: readonly string[]
  /** Something could be found out; false also where only a person can answer. */
  readonly needsData: boolean
}

export interface SqlAnswer extends Answer {
  readonly isNotFalse: boolean
  readonly isNotTrue: boolean
}

/** Asks rules of every patient, in one statement; one map for each rule, by patient. */
export async function askSql(
  db: Kysely<Database>,
  rules: readonly CompiledRule[],
): Promise<readonly ReadonlyMap<string, SqlAnswer>[]> {
  const columns = rules.map(
    (rule) =>
      sql`jsonb_build_array(${rule.value}, ${rule.isNotFalse}, ${rule.isNotTrue}, to_jsonb(${distinctKeys(missingOf(rule))}), ${needsDataOf(rule)})`,
  )
  const { rows } = await sql<{ patient_id: string; answers: SqlRow[] }>`
    select patient_id, jsonb_build_array(${sql.join(columns)}) as answers from patient_facts`.execute(db)
  return rules.map((_rule, index) => new Map(rows.map((row) => [row.patient_id, answerOf(row.answers[index])])))
}

type SqlRow = [value: boolean | null, isNotFalse: boolean, isNotTrue: boolean, missing: string[], needsData: boolean]

function answerOf(row: SqlRow | undefined): SqlAnswer {
  if (row === undefined) throw new RangeError('SQL gave fewer answers than it was asked for')
  const [value, isNotFalse, isNotTrue, missing, needsData] = row
  return { verdict: triOfColumn(value), missing: missing.toSorted(), needsData, isNotFalse, isNotTrue }
}

/** What is wrong with the answer of SQL beside the evaluator's, or null. */
export function faultOf(evaluated: Answer, answer: SqlAnswer | undefined): string | null {
  if (answer === undefined) return 'the patient is not in patient_facts'
  const { verdict, isNotFalse, isNotTrue, missing, needsData } = answer
  if (verdict !== evaluated.verdict) return `SQL says ${verdict}, the evaluator ${evaluated.verdict}`
  if (isNotFalse !== (verdict !== 'notMet')) return `isNotFalse is ${isNotFalse} of a patient who is ${verdict}`
  if (isNotTrue !== (verdict !== 'met')) return `isNotTrue is ${isNotTrue} of a patient who is ${verdict}`
  const [found, wanted] = [JSON.stringify(missing), JSON.stringify(evaluated.missing)]
  if (found !== wanted) return `SQL misses ${found}, the evaluator ${wanted}`
  return needsData === evaluated.needsData
    ? null
    : `needsData is ${needsData}, the evaluator says ${evaluated.needsData}`
}

/** What SQL says of one patient and one trial. */
export interface SqlTrialAnswer {
  readonly value: Tri
  readonly isNotFalse: boolean
  readonly isNotTrue: boolean
  readonly isOffered: boolean
  readonly grade: string | null
  readonly outcome: Outcome | null
  readonly cohort: string | null
  readonly missing: readonly string[]
  readonly hasText: boolean
}

export async function askSqlOfTrial(
  db: Kysely<Database>,
  trial: CompiledTrial,
): Promise<ReadonlyMap<string, SqlTrialAnswer>> {
  const { rows } = await selectTrial(trial).execute(db)
  return new Map(
    rows.map(({ patient_id, value, missing, ...answer }) => [
      patient_id,
      { ...answer, value: triOfColumn(value), missing: missing.toSorted() },
    ]),
  )
}

type TrialRow = Omit<SqlTrialAnswer, 'value'> & { patient_id: string; value: boolean | null }

function selectTrial(trial: CompiledTrial): RawBuilder<TrialRow> {
  return sql<TrialRow>`
    select patient_facts.patient_id, ${trial.value} as value, ${trial.isNotFalse} as "isNotFalse",
      ${trial.isNotTrue} as "isNotTrue", ${trial.isOffered} as "isOffered",
      screened.diagnosis_grade as grade, screened.outcome, screened.cohort, screened.missing,
      screened.has_text as "hasText"
    from patient_facts join ${trial.screen(sql`true`)} as screened on screened.patient_id = patient_facts.patient_id`
}

/** A criterion that is not met gives notMatched or notYet; one that is open, whoever must settle it, the two between. */
export function triOfOutcome(outcome: Outcome): Tri {
  switch (outcome) {
    case 'notMatched':
    case 'notYet':
      return 'notMet'
    case 'needsData':
    case 'needsClinician':
      return 'unknown'
    case 'noFailuresFound':
      return 'met'
  }
}

function triOfColumn(value: boolean | null): Tri {
  return value === null ? 'unknown' : value ? 'met' : 'notMet'
}
