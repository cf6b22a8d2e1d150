import { type RawBuilder, sql } from 'kysely'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { plainAllele } from '#domain/eligibility/leaves/allele.ts'
import { contradictory } from './biomarker-answers.ts'
import { met, notMet } from './compiled-answer.ts'
import { isForAbsence, isOpposed, isResult, latestAnswer, testsOf } from './tests-of-question.ts'

/** Typing names what it found, at most two alleles of a gene: two others that nobody denies rule out the one asked for. */
export function alleleAnswer(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const wanted = plainAllele(leaf.allele ?? '')
  const allele = sql.ref('test.allele')
  const isSame = sql`${allele} = ${wanted}::text`
  const isFiner = sql`starts_with(${allele}, ${`${wanted}:`}::text)`
  const isCoarser = sql`starts_with(${wanted}::text, concat(${allele}, ${':'}::text))`
  const [found, ruledOut] = isForAbsence(leaf) ? [sql`false`, sql`true`] : [sql`true`, sql`false`]
  const verdict = sql`case when ${allele} is null then null when ${isResult('present')} and (${isSame} or ${isFiner}) then ${found} when ${isResult('absent')} and (${isSame} or ${isCoarser}) then ${ruledOut} end`
  const isOther = sql`${allele} is not null and ${isResult('present')} and not (${isSame} or ${isFiner} or ${isCoarser})`
  const isEnough = sql`count(distinct ${allele}) filter (where not ${isOpposed(leaf)}) >= 2`
  const others = sql`(select case when ${isEnough} then ${isForAbsence(leaf) ? met : notMet} when count(distinct ${allele}) >= 2 then ${contradictory}::text end from ${testsOf(leaf)} and ${isOther})`
  return sql`coalesce(${latestAnswer(leaf, verdict)}, ${others})`
}
