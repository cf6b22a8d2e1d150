import { type RawBuilder, sql } from 'kysely'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { type Pair, pairsAsked } from '#domain/eligibility/leaves/fusion-cover.ts'
import { contradictory } from './biomarker-answers.ts'
import { met, notMet } from './compiled-answer.ts'
import { isOpposed, isResult, testsOf } from './tests-of-question.ts'

/** Met by one of the pairs; absence needs a negative test of every one. The tests are read once for all pairs. */
export function fusionAnswer(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const pairs = pairsAsked(leaf)
  const names = pairs.map((_pair, index) => sql.ref(`pair_${index}`))
  const verdicts = pairs.map((pair, index) => sql`${pairVerdict(pair)} as ${names[index]}`)
  const latest = names.map(latestOfPair)
  const judged = sql`(select test.place, test.day, ${isOpposed(leaf)} as is_opposed, ${sql.join(verdicts)} from ${testsOf(leaf)} offset 0) as judged`
  const answers = sql`(select array[${sql.join(latest)}]::text[] as each_pair from ${judged} offset 0)`
  return sql`(select case when ${met} = any(each_pair) then ${met} when ${contradictory}::text = any(each_pair) then ${contradictory}::text when num_nulls(variadic each_pair) = 0 then ${notMet} end from ${answers} as answers)`
}

/** Of the latest day that has an answer, by a test that no other denies: such tests of one pair never differ. */
function latestOfPair(verdict: RawBuilder<unknown>): RawBuilder<unknown> {
  const answer = sql`case when is_opposed then ${contradictory}::text when ${verdict} then ${met} else ${notMet} end`
  return sql`(array_agg(${answer} order by day desc, is_opposed, place) filter (where ${verdict} is not null))[1]`
}

/** Partners have no order. A break-apart test names one gene and shows a fusion with whatever partner. */
function pairVerdict([one, other]: Pair): RawBuilder<unknown> {
  const partner = sql`coalesce(test.genes[2], ${'*'}::text)`
  const fits = (asked: string, gene: RawBuilder<unknown>) => (asked === '*' ? sql`true` : sql`${gene} = ${asked}::text`)
  const found = sql`test.genes[1]`
  const shows = sql`${found} is not null and (${fits(one, found)} and ${fits(other, partner)} or ${fits(other, found)} and ${fits(one, partner)})`
  const asked = [one, other].filter((gene) => gene !== '*')
  const rulesOut = sql`(case when cardinality(test.named_genes) = 0 then cardinality(test.genes) > 0 else test.named_genes <@ ${asked}::text[] end)`
  return sql`case when ${isResult('present')} and ${shows} then true when ${isResult('absent')} and ${rulesOut} then false end`
}
