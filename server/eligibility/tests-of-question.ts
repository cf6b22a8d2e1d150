import { type RawBuilder, sql } from 'kysely'
import { geneSymbol } from '#domain/eligibility/gene-symbol.ts'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { plainResult } from '#domain/eligibility/recorded-word.ts'
import { stainedProtein } from '#domain/eligibility/stained-protein.ts'
import { contradictory } from './biomarker-answers.ts'
import { met, notMet } from './compiled-answer.ts'
import { screeningColumn } from './screening-column.ts'

/** Valid tests of what is asked, as rows named `test`; more conditions can follow. */
export function testsOf(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const { type, gene, marker, centralReview } = leaf
  const conditions = [
    sql`test.type = ${type}::text`,
    sql`not test.is_failed`,
    ...(gene === undefined ? [] : [sql`${geneSymbol(gene)}::text = any(test.genes)`]),
    ...(marker === undefined ? [] : [sql`test.marker = ${stainedProtein(marker)}::text`]),
    ...(centralReview === true ? [sql`test.is_central`] : []),
  ]
  return sql`jsonb_to_recordset(${screeningColumn('biomarkers')}) as test(${columnsOf(leaf)}) where ${sql.join(conditions, sql` and `)}`
}

/** Only what is asked of a test: each column is read from every test of the patient, and lists are dear. */
function columnsOf({ type, gene, marker, centralReview, cmp }: BiomarkerLeaf): RawBuilder<unknown> {
  const columns = [
    sql`place integer, day date, type text, result text, is_failed boolean`,
    centralReview === true ? sql`is_central boolean, is_opposed_centrally boolean` : sql`is_opposed boolean`,
    ...(gene === undefined && type !== 'fusion' ? [] : [sql`genes text[]`]),
    ...(type === 'fusion' ? [sql`named_genes text[]`] : []),
    ...(type === 'variant' ? [sql`change text, changes_protein boolean, substituted_place text`] : []),
    ...(type === 'hla' ? [sql`allele text`] : []),
    ...(marker === undefined ? [] : [sql`marker text`]),
    ...(cmp === undefined ? [] : [sql`number float8, unit text, plain float8`]),
  ]
  return sql.join(columns)
}

/** Whether another test of its day says the opposite, among those that are asked for. */
export function isOpposed({ centralReview }: BiomarkerLeaf): RawBuilder<unknown> {
  return sql.ref(centralReview === true ? 'test.is_opposed_centrally' : 'test.is_opposed')
}

/**
 * The answer of the latest day with a test that has a `verdict`, of tests that no other denies: contradictory where none is
 * left, or where those that are left differ. Null where no test has one.
 */
export function latestAnswer(leaf: BiomarkerLeaf, verdict: RawBuilder<unknown>): RawBuilder<unknown> {
  const judged = sql`(select test.day, ${verdict} as verdict, ${isOpposed(leaf)} as is_opposed from ${testsOf(leaf)} offset 0) as judged`
  const left = sql`filter (where not is_opposed)`
  const agreed = sql`case when bool_and(verdict) ${left} then ${met} when not bool_or(verdict) ${left} then ${notMet} else ${contradictory}::text end`
  return sql`(select ${agreed} from ${judged} where verdict is not null group by day order by day desc limit 1)`
}

export function isResult(word: 'present' | 'absent'): RawBuilder<unknown> {
  return sql`test.result = ${word}::text`
}

/** A question for absence is the same answer turned round. */
export function isForAbsence({ result }: BiomarkerLeaf): boolean {
  return plainResult(result ?? 'present') === 'absent'
}
