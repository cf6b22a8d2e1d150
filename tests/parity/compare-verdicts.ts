import { type Kysely, sql } from 'kysely'
import type { Outcome } from '../../domain/eligibility/outcome-label.ts'
import type { Tri } from '../../domain/eligibility/tri.ts'
import type { Database } from '../../server/database/schema.ts'
import type { CompiledRule } from '../../server/eligibility/compiled-rule.ts'

/** What SQL says of one patient. */
export interface SqlAnswer {
  readonly value: Tri
  readonly isKept: boolean
}

/** Asks one rule of every patient, in one statement. */
export async function askSql(db: Kysely<Database>, rule: CompiledRule): Promise<ReadonlyMap<string, SqlAnswer>> {
  const { rows } = await sql<{ patient_id: string; value: boolean | null; is_kept: boolean }>`
    select patient_id, ${rule.value} as value, ${rule.isNotFalse} as is_kept from patient_facts`.execute(db)
  return new Map(
    rows.map(({ patient_id, value, is_kept }) => [patient_id, { value: triOfColumn(value), isKept: is_kept }]),
  )
}

/**
 * What is wrong with the answer of SQL beside the evaluator's, or null. The pre-filter keeps whoever is not notMet. A
 * rule that SQL holds wholly has the same value, and nobody is kept in vain; of another, SQL knows the same or nothing.
 */
export function faultOf(evaluated: Tri, answer: SqlAnswer | undefined, isComputed: boolean): string | null {
  if (answer === undefined) return 'the patient is not in patient_facts'
  const { value, isKept } = answer
  if (typeof isKept !== 'boolean') return 'the pre-filter is null'
  if (!isKept && evaluated !== 'notMet') return `the pre-filter drops a patient who is ${evaluated}`
  if (isComputed && isKept && evaluated === 'notMet') return 'the pre-filter keeps a patient who is notMet'
  if (isComputed ? value === evaluated : value === evaluated || value === 'unknown') return null
  return `SQL says ${value}, the evaluator ${evaluated}`
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
