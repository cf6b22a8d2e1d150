import { type RawBuilder, sql } from 'kysely'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { biomarkerName } from '#domain/eligibility/leaves/biomarker-name.ts'
import { uncertainResults } from '#domain/eligibility/leaves/evaluate-biomarker.ts'
import { plainProteinChange } from '#domain/eligibility/protein-change.ts'
import { plainResult } from '#domain/eligibility/recorded-word.ts'
import { answerKey, placeOf, subjectOf } from './biomarker-answers.ts'
import { isTested, testClaim } from './compile-test-result.ts'
import { type CompiledRule, ruleForPerson, ruleOfValue } from './compiled-rule.ts'
import { screeningColumn } from './screening-column.ts'

/** The stored answer to the question where there is one to look up, else what the tests say. */
export function compileBiomarker(leaf: BiomarkerLeaf): CompiledRule {
  const item = `biomarker:${biomarkerName(leaf)}`
  if (leaf.type === 'rareInCommon') return ruleForPerson(item)
  return ruleOfValue(storedClaim(leaf) ?? testClaim(leaf), item, isTested(leaf))
}

/** Words and variants as every laboratory reports them. A question that no test answers has no entry, which is null. */
function storedClaim(leaf: BiomarkerLeaf): RawBuilder<unknown> | null {
  const subject = subjectOf(leaf)
  if (subject === null || leaf.cmp !== undefined || leaf.centralReview === true) return null
  const result = plainResult(leaf.result ?? 'present')
  if (leaf.type !== 'variant') {
    if (uncertainResults.includes(result)) return null
    return sql`${answerTo(answerKey(leaf.type, subject))} = ${result}::text`
  }
  const answer = variantAnswer(subject, leaf.hgvsP)
  const wanted = result === 'absent' ? 'absent' : 'present'
  return answer === null ? null : sql`${answer} = ${wanted}::text`
}

function variantAnswer(gene: string, hgvsP: string | undefined): RawBuilder<unknown> | null {
  if (hgvsP === undefined) return answerTo(answerKey('variant', gene))
  const change = askedChange(hgvsP.trim())
  if (change === null) return null
  return sql`coalesce(${answerTo(answerKey('variant', gene, change))}, ${answerTo(answerKey('variant', gene, null))})`
}

/** A wild card is stored for a whole residue only: "p.V600*". */
function askedChange(pattern: string): string | null {
  if (!pattern.endsWith('*')) return plainProteinChange(pattern) || null
  const stem = plainProteinChange(pattern.slice(0, -1))
  return stem !== '' && placeOf(stem) === stem ? `${stem}*` : null
}

function answerTo(key: string): RawBuilder<unknown> {
  return sql`(${screeningColumn('biomarker_answers')} ->> ${key}::text)`
}
