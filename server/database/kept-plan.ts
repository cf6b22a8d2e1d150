import { sql } from 'kysely'
import { keptPlanMark } from './pglite-protocol.ts'

/**
 * Marks a statement whose plan the embedded database keeps: put it at the end. Behind row-level security planning takes
 * several times as long as finding one row, so what every request asks is planned once. Only for statements that name
 * their rows by identifiers: a kept plan is the same whatever the values are, and for a list of a caseload that is a poor one.
 */
export const keptPlan = sql.raw(keptPlanMark)
