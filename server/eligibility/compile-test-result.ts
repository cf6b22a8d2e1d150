import { type RawBuilder, sql } from 'kysely'
import { geneSymbol } from '#domain/eligibility/gene-symbol.ts'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { uncertainResults } from '#domain/eligibility/leaves/test-result.ts'
import { isPlace, plainProteinChange } from '#domain/eligibility/protein-change.ts'
import { plainResult } from '#domain/eligibility/recorded-word.ts'
import { alleleAnswer } from './compile-allele.ts'
import { compileComparison } from './compile-comparison.ts'
import { fusionAnswer } from './compile-fusion.ts'
import { measureClaim } from './compile-reading.ts'
import { isAnyOf, screeningColumn } from './screening-column.ts'
import { isForAbsence, isResult, latestAnswer, testsOf } from './tests-of-question.ts'

/**
 * What the tests say, read one by one, for questions that have no stored answer: met, notMet, contradictory, or null where
 * none answers. Most patients have no test of the kind, which is seen without reading the tests.
 */
export function testAnswer(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const { type, gene } = leaf
  const ofKind = JSON.stringify([gene === undefined ? { type } : { type, genes: [geneSymbol(gene)] }])
  return sql`(case when ${screeningColumn('biomarkers')} @> ${ofKind}::jsonb then ${readTests(leaf)} end)`
}

function readTests(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  switch (leaf.type) {
    case 'fusion':
      return fusionAnswer(leaf)
    case 'hla':
      return alleleAnswer(leaf)
    case 'variant':
      return latestAnswer(leaf, isForAbsence(leaf) ? sql`not (${variantVerdict(leaf)})` : variantVerdict(leaf))
    default:
      return latestAnswer(leaf, leaf.cmp === undefined ? wordVerdict(leaf) : valueVerdict(leaf))
  }
}

/** Whether there is a valid test of what is asked, whatever it says. A variant or allele not named was not tested. */
export function isTested(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  if (leaf.type === 'variant' || leaf.type === 'fusion' || leaf.type === 'hla') return sql`false`
  return sql`exists (select from ${testsOf(leaf)})`
}

function wordVerdict(leaf: BiomarkerLeaf): RawBuilder<unknown> {
  const asked = plainResult(leaf.result ?? 'present')
  return sql`case when test.result = ${asked}::text then true when not (${isAnyOf(sql.ref('test.result'), uncertainResults)}) then false end`
}

/** A marker reported as absent is below any "at least"; other words give no number. */
function valueVerdict({ cmp, value, unit, marker, type }: BiomarkerLeaf): RawBuilder<unknown> {
  if (cmp === undefined || value === undefined) return sql`null::boolean`
  const isAtLeast = (cmp === '>=' || cmp === '>') && value > 0
  const ofWord = isAtLeast ? sql`case when ${isResult('absent')} then false end` : sql`null::boolean`
  const ofNumber =
    unit === undefined
      ? compileComparison(sql.ref('test.plain'), cmp, value)
      : measureClaim(sql.ref('test'), { cmp, limit: value, unit, code: marker ?? type })
  return sql`case when test.plain is null then ${ofWord} else ${ofNumber} end`
}

/** Whether the variant is there: a negative test that names no change rules out every change of the gene. */
function variantVerdict({ hgvsP }: BiomarkerLeaf): RawBuilder<unknown> {
  const pattern = hgvsP?.trim()
  const isAsked = pattern === undefined ? sql.ref('test.changes_protein') : isChange(pattern)
  const namesIt = pattern === undefined || pattern.endsWith('*') ? sql`false` : sql`coalesce(${isAsked}, false)`
  const rulesOut = sql`(test.change is null or ${namesIt})`
  return sql`case when ${isResult('present')} and ${isAsked} then true when ${isResult('absent')} and ${rulesOut} then false end`
}

/** "*" stands for any other amino acid at that place; of a longer stem, what follows must not go on with its number. */
function isChange(pattern: string): RawBuilder<unknown> {
  const change = sql.ref('test.change')
  const isSome = sql.ref('test.changes_protein')
  if (!pattern.endsWith('*')) return sql`(${change} = ${plainProteinChange(pattern)}::text and ${isSome})`
  const stem = plainProteinChange(pattern.slice(0, -1))
  if (isPlace(stem)) return sql`(${sql.ref('test.substituted_place')} = ${stem}::text)`
  const next = sql`substr(${change}, ${stem.length + 1}::integer, 1)`
  return sql`(starts_with(${change}, ${stem}::text) and ${isSome} and not ${isAnyOf(next, [...'0123456789'])})`
}
