import { type RawBuilder, sql } from 'kysely'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { uncertainResults } from '#domain/eligibility/leaves/evaluate-biomarker.ts'
import { plainProteinChange } from '#domain/eligibility/protein-change.ts'
import { plainResult } from '#domain/eligibility/recorded-word.ts'
import { answerKey, placeOf, subjectOf } from './biomarker-answers.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { screeningColumn } from './screening-column.ts'

/**
 * Results in words and variants, from the answers that are stored. Fusions, HLA, numbers and centrally reviewed tests
 * are not compiled. A question that no test answers has no entry, which is null.
 */
export function compileBiomarker(leaf: BiomarkerLeaf): CompiledRule | null {
  const subject = subjectOf(leaf)
  if (subject === null || leaf.cmp !== undefined || leaf.centralReview === true) return null
  const result = plainResult(leaf.result ?? 'present')
  if (leaf.type !== 'variant') {
    if (uncertainResults.includes(result)) return null
    return ruleOfValue(sql`${answerTo(answerKey(leaf.type, subject))} = ${result}::text`)
  }
  const answer = variantAnswer(subject, leaf.hgvsP)
  const wanted = result === 'absent' ? 'absent' : 'present'
  return answer === null ? null : ruleOfValue(sql`${answer} = ${wanted}::text`)
}

function variantAnswer(gene: string, hgvsP: string | undefined): RawBuilder<unknown> | null {
  if (hgvsP === undefined) return answerTo(answerKey('variant', gene))
  const change = askedChange(hgvsP.trim())
  if (change === null) return null
  return sql`coalesce(${answerTo(answerKey('variant', gene, change))}, ${answerTo(answerKey('variant', gene, null))})`
}

/** A wild card is held for a whole residue only: "p.V600*". */
function askedChange(pattern: string): string | null {
  if (!pattern.endsWith('*')) return plainProteinChange(pattern) || null
  const stem = plainProteinChange(pattern.slice(0, -1))
  return stem !== '' && placeOf(stem) === stem ? `${stem}*` : null
}

function answerTo(key: string): RawBuilder<unknown> {
  return sql`(${screeningColumn('biomarker_answers')} ->> ${key}::text)`
}
