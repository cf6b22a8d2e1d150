import { type Expression, type SqlBool, sql } from 'kysely'

/**
 * The same condition, which the planner takes for as likely as not. Behind row-level security it may not look at its
 * statistics for most operators and supposes that nearly no row passes; several such guesses together make it sort a whole
 * caseload for the sake of one page, where an index gives the page in order. Only for conditions that no index answers.
 */
export function withEvenOdds(condition: Expression<SqlBool>): Expression<SqlBool> {
  return sql<SqlBool>`case when ${condition} then true else false end`
}
