import { type RawBuilder, sql } from 'kysely'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { plainAllele } from '#domain/eligibility/leaves/allele.ts'
import { contradictory } from './biomarker-answers.ts'
import { met, notMet } from './compiled-answer.ts'
import { isForAbsence, isOpposed, isResult, latestAnswer, testsOf } from './tests-of-question.ts'

/**
 * Typing names what it found, at most two alleles of a gene: two others that nobody denies rule out the one asked for, unless
 * a third may be it. One that is named twice, also at another resolution, is not two.
 */
export function alleleAnswer(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const wanted = plainAllele(leaf.allele ?? '')
  const allele = sql.ref('test.allele')
  const isSame = sql`${allele} = ${wanted}::text`
  const isFiner = sql`starts_with(${allele}, ${`${wanted}:`}::text)`
  const isCoarser = sql`starts_with(${wanted}::text, concat(${allele}, ${':'}::text))`
  const [found, ruledOut] = isForAbsence(leaf) ? [sql`false`, sql`true`] : [sql`true`, sql`false`]
  const verdict = sql`case when ${allele} is null then null when ${isResult('present')} and (${isSame} or ${isFiner}) then ${found} when ${isResult('absent')} and (${isSame} or ${isCoarser}) then ${ruledOut} end`
  const mayBeAsked = sql`(${isSame} or ${isFiner} or ${isCoarser})`
  const isFound = sql`${allele} is not null and ${isResult('present')}`
  const alleles = sql`(select bool_or(${mayBeAsked}) as may_be_asked, array_agg(${allele}) as named, array_agg(${allele}) filter (where not ${isOpposed(leaf)}) as sure from ${testsOf(leaf)} and ${isFound} offset 0) as alleles`
  const answer = sql`case when alleles.may_be_asked then null when ${areTwo('sure')} then ${isForAbsence(leaf) ? met : notMet} when ${areTwo('named')} then ${contradictory}::text end`
  return sql`coalesce(${latestAnswer(leaf, verdict)}, (select ${answer} from ${alleles}))`
}

/** Whether any two of them cannot be one allele. Neither is the other, nor finer than it. */
function areTwo(names: 'sure' | 'named'): RawBuilder<unknown> {
  const list = sql.ref(`alleles.${names}`)
  const ended = (name: 'one' | 'other') => sql`concat(${sql.ref(name)}, ${':'}::text)`
  const isOf = (name: 'one' | 'other', coarser: 'one' | 'other') => sql`starts_with(${ended(name)}, ${ended(coarser)})`
  return sql`exists (select from unnest(${list}) as one, unnest(${list}) as other where not ${isOf('one', 'other')} and not ${isOf('other', 'one')})`
}
