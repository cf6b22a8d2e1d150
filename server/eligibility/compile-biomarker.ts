import { type RawBuilder, sql } from 'kysely'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { biomarkerName } from '#domain/eligibility/leaves/biomarker-name.ts'
import { uncertainResults } from '#domain/eligibility/leaves/test-result.ts'
import { plainProteinChange } from '#domain/eligibility/protein-change.ts'
import { plainResult } from '#domain/eligibility/recorded-word.ts'
import { answerKey, contradictory, placeOf, subjectOf } from './biomarker-answers.ts'
import { isTested, testAnswer } from './compile-test-result.ts'
import { met } from './compiled-answer.ts'
import { type CompiledRule, ruleForPerson, ruleOfValue } from './compiled-rule.ts'
import { screeningColumn } from './screening-column.ts'

/** The stored answer to the question where there is one to look up, else what the tests say. */
export function compileBiomarker(leaf: BiomarkerLeaf): CompiledRule {
  const item = `biomarker:${biomarkerName(leaf)}`
  if (leaf.type === 'rareInCommon') return ruleForPerson(item)
  const stored = storedAnswer(leaf)
  const answer = stored ?? testAnswer(leaf)
  const claim = sql`nullif(${answer}, ${contradictory}::text) = ${stored === null ? met : sql`${wordOf(leaf)}::text`}`
  return ruleOfValue(claim, item, sql`(${isTested(leaf)} or ${answer} = ${contradictory}::text)`)
}

/** Words and variants as every laboratory reports them. A question that no test answers has no entry, which is null. */
function storedAnswer(leaf: BiomarkerLeaf): RawBuilder<unknown> | null {
  const subject = subjectOf(leaf)
  if (subject === null || leaf.cmp !== undefined || leaf.centralReview === true) return null
  if (leaf.type === 'variant') return variantAnswer(subject, leaf.hgvsP)
  return uncertainResults.includes(wordOf(leaf)) ? null : answerTo(answerKey(leaf.type, subject))
}

/** A gene that was searched has the change or it has not: any other word than "absent" asks for one. */
function wordOf({ type, result }: BiomarkerLeaf): string {
  const word = plainResult(result ?? 'present')
  return type === 'variant' && word !== 'absent' ? 'present' : word
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
