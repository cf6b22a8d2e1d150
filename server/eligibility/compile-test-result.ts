import { type RawBuilder, sql } from 'kysely'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { uncertainResults } from '#domain/eligibility/leaves/evaluate-biomarker.ts'
import { plainAllele } from '#domain/eligibility/leaves/variant-cover.ts'
import { plainProteinChange } from '#domain/eligibility/protein-change.ts'
import { comparableWord, plainResult } from '#domain/eligibility/recorded-word.ts'
import { compileComparison } from './compile-comparison.ts'
import { measureClaim } from './compile-reading.ts'
import { isAnyOf, screeningColumn } from './screening-column.ts'

/**
 * What the tests say, latest first, read one by one: for questions that have no stored answer. Null where none does. Most
 * patients have no test of the kind, which is seen without reading the tests.
 */
export function testClaim(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const { type, gene } = leaf
  const ofKind = JSON.stringify([gene === undefined ? { type } : { type, genes: [gene] }])
  return sql`(case when ${screeningColumn('biomarkers')} @> ${ofKind}::jsonb then ${readTests(leaf)} end)`
}

function readTests(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  switch (leaf.type) {
    case 'fusion':
      return fusionClaim(leaf)
    case 'hla':
      return alleleClaim(leaf)
    case 'variant':
      return firstDecided(leaf, turned(leaf, variantVerdict(leaf)))
    default:
      return firstDecided(leaf, leaf.cmp === undefined ? wordVerdict(leaf) : valueVerdict(leaf))
  }
}

const test = sql.ref('test')
const result = sql.ref('test.result')

/** Valid tests of what is asked. */
function testsOf(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const { type, gene, marker, centralReview } = leaf
  const conditions = [
    sql`test.type = ${type}::text`,
    sql`not test.is_failed`,
    ...(gene === undefined ? [] : [sql`${gene}::text = any(test.genes)`]),
    ...(marker === undefined ? [] : [sql`test.marker = ${comparableWord(marker)}::text`]),
    ...(centralReview === true ? [sql`test.is_central`] : []),
  ]
  return sql`jsonb_to_recordset(${screeningColumn('biomarkers')}) as test(${columnsOf(leaf)}) where ${sql.join(conditions, sql` and `)}`
}

/** Only what is asked of a test: each column is read from every test of the patient, and lists are dear. */
function columnsOf({ type, gene, marker, centralReview, cmp }: BiomarkerLeaf): RawBuilder<unknown> {
  const columns = [
    sql`place integer, type text, result text, is_failed boolean`,
    ...(gene === undefined && type !== 'fusion' ? [] : [sql`genes text[]`]),
    ...(type === 'fusion' ? [sql`named_genes text[]`] : []),
    ...(type === 'variant' ? [sql`change text`] : []),
    ...(type === 'hla' ? [sql`allele text`] : []),
    ...(marker === undefined ? [] : [sql`marker text`]),
    ...(centralReview === true ? [sql`is_central boolean`] : []),
    ...(cmp === undefined ? [] : [sql`number float8, unit text, plain float8`]),
  ]
  return sql.join(columns)
}

/** Whether there is a valid test of what is asked, whatever it says. A variant or allele not named was not tested. */
export function isTested(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  if (leaf.type === 'variant' || leaf.type === 'fusion' || leaf.type === 'hla') return sql`false`
  return sql`exists (select from ${testsOf(leaf)})`
}

/** The verdict of the latest test that has one. */
function firstDecided(leaf: BiomarkerLeaf, verdict: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select ${verdict} from ${testsOf(leaf)} and (${verdict}) is not null order by test.place limit 1)`
}

function wordVerdict(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const asked = plainResult(leaf.result ?? 'present')
  return sql`case when ${result} = ${asked}::text then true when not (${isAnyOf(result, uncertainResults)}) then false end`
}

/** A marker reported as absent is below any "at least"; other words give no number. */
function valueVerdict({ cmp, value, unit, marker, type }: BiomarkerLeaf): RawBuilder<unknown> {
  if (cmp === undefined || value === undefined) return sql`null::boolean`
  const isAtLeast = (cmp === '>=' || cmp === '>') && value > 0
  const ofWord = isAtLeast ? sql`case when ${isResult('absent')} then false end` : sql`null::boolean`
  const ofNumber =
    unit === undefined
      ? compileComparison(sql.ref('test.plain'), cmp, value)
      : measureClaim(test, { cmp, limit: value, unit, code: marker ?? type })
  return sql`case when test.plain is null then ${ofWord} else ${ofNumber} end`
}

/** Whether the variant is there: a negative test that names no change rules out every change of the gene. */
function variantVerdict({ hgvsP }: BiomarkerLeaf): RawBuilder<unknown> {
  const pattern = hgvsP?.trim()
  const isAsked = pattern === undefined ? sql`true` : isChange(pattern)
  const namesIt = pattern === undefined || pattern.endsWith('*') ? sql`false` : sql`coalesce(${isAsked}, false)`
  const rulesOut = sql`(test.change is null or ${namesIt})`
  return sql`case when ${isResult('present')} and ${isAsked} then true when ${isResult('absent')} and ${rulesOut} then false end`
}

/** "*" stands for any change at that place: what follows the stem must not go on with its number. */
function isChange(pattern: string): RawBuilder<unknown> {
  const change = sql.ref('test.change')
  if (!pattern.endsWith('*')) return sql`(${change} = ${plainProteinChange(pattern)}::text)`
  const stem = plainProteinChange(pattern.slice(0, -1))
  const next = sql`substr(${change}, ${stem.length + 1}::integer, 1)`
  return sql`(starts_with(${change}, ${stem}::text) and not ${isAnyOf(next, [...'0123456789'])})`
}

/** A question for absence is the same answer turned round. */
function turned(leaf: BiomarkerLeaf, isPresent: RawBuilder<unknown>): RawBuilder<unknown> {
  return plainResult(leaf.result ?? 'present') === 'absent' ? sql`not (${isPresent})` : isPresent
}

/** Typing names what it found, at most two alleles of a gene: two others rule out the one asked for. */
function alleleClaim(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const wanted = plainAllele(leaf.allele ?? '')
  const allele = sql.ref('test.allele')
  const isAsked = sql`(${allele} = ${wanted}::text or starts_with(${allele}, ${`${wanted}:`}::text))`
  const isCoarse = sql`starts_with(${wanted}::text, concat(${allele}, ${':'}::text))`
  const verdict = sql`case when ${isResult('present')} and ${isAsked} then true when ${isResult('absent')} and (${isAsked} or ${isCoarse}) then false end`
  const isOther = sql`${isResult('present')} and not ${isCoarse}`
  const others = sql`(select case when count(distinct ${allele}) >= 2 then false end from ${testsOf(leaf)} and ${allele} is not null and ${isOther})`
  const named = sql`(select ${verdict} from ${testsOf(leaf)} and ${allele} is not null and (${verdict}) is not null order by test.place limit 1)`
  return turned(leaf, sql`coalesce(${named}, ${others})`)
}

/** Met by one of the pairs; absence needs a negative test of every one. The tests are read once for all pairs. */
function fusionClaim(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const [first = '*', second = '*'] = leaf.genes ?? []
  const pairs = first.split('|').flatMap((one) => second.split('|').map((other): Pair => [one, other]))
  const names = pairs.map((_pair, index) => sql.ref(`pair_${index}`))
  const verdicts = pairs.map((pair, index) => sql`${pairVerdict(pair)} as ${names[index]}`)
  const latest = names.map((name) => sql`(array_agg(${name} order by place) filter (where ${name} is not null))[1]`)
  const judged = sql`(select test.place, ${sql.join(verdicts)} from ${testsOf(leaf)} offset 0) as judged`
  const answers = sql`(select array[${sql.join(latest)}]::boolean[] as each_pair from ${judged} offset 0)`
  return sql`(select case when true = any(each_pair) then true when num_nulls(variadic each_pair) = 0 then false end from ${answers} as answers)`
}

type Pair = readonly [string, string]

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

function isResult(word: 'present' | 'absent'): RawBuilder<unknown> {
  return sql`${result} = ${word}::text`
}
