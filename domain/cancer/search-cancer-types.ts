import type { CancerType } from './cancer-type.ts'
import { type CodeRange, formatCodeRange, rangesOverlap } from './code-range.ts'
import { foldTerm } from './fold-term.ts'
import { normaliseIcd10, normaliseMorphology } from './normalise-code.ts'
import { taxonomy } from './taxonomy.ts'

/** A cancer type that answers a query, and what in it does: shown so that the clinician sees why it is listed. */
export interface CancerTypeHit {
  readonly cancerTypeId: string
  readonly matchedOn: 'name' | 'synonym' | 'icd10' | 'morphology'
  /** The name, synonym or code range as the taxonomy writes it. */
  readonly matchedText: string
}

/**
 * Cancer types for what a clinician types: a name or part of it, a synonym, an ICD-10 code or a morphology, best first.
 * An abbreviation with several meanings lists them all: 'ACC' gives adrenocortical, adenoid cystic and acinar cell.
 */
export function searchCancerTypes(query: string): readonly CancerTypeHit[] {
  const term = foldTerm(query)
  if (term === '') return []
  return taxonomy
    .flatMap((type) => bestHit(type, query, term))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ hit }) => hit)
}

interface RankedHit {
  readonly hit: CancerTypeHit
  /** 0 is best. The order of the taxonomy is kept between equals. */
  readonly rank: number
}

function bestHit(type: CancerType, query: string, term: string): RankedHit[] {
  const hits = [...codeHits(type, query), ...textHits(type, term)].toSorted((a, b) => a.rank - b.rank)
  return hits.slice(0, 1)
}

function textHits(type: CancerType, term: string): RankedHit[] {
  const texts = [
    { matchedOn: 'name' as const, matchedText: type.name, tie: 0 },
    ...type.synonyms.map((synonym) => ({ matchedOn: 'synonym' as const, matchedText: synonym, tie: 0.1 })),
  ]
  return texts.flatMap(({ matchedOn, matchedText, tie }) => {
    const rank = textRank(foldTerm(matchedText), term)
    return rank === null ? [] : [{ hit: hitOf(type, matchedOn, matchedText), rank: rank + tie }]
  })
}

/** 0 the whole text, 1 its beginning, 2 the beginning of a later word, 3 every word somewhere; null otherwise. */
function textRank(text: string, term: string): number | null {
  if (text === term) return 0
  if (text.startsWith(term)) return 1
  if (text.includes(` ${term}`)) return 2
  const words = text.split(' ')
  return term.split(' ').every((part) => words.some((word) => word.startsWith(part))) ? 3 : null
}

function codeHits(type: CancerType, query: string): RankedHit[] {
  const icd10 = normaliseIcd10(query)
  const morphology = normaliseMorphology(query)
  return [
    ...(icd10.kind === 'code' ? rangeHits(type, 'icd10', icd10.code) : []),
    ...(morphology.kind === 'code' ? rangeHits(type, 'morphology', morphology.code.base) : []),
  ]
}

/** C22.0 finds C22.0 and C22; C22 finds C22.0 too. */
function rangeHits(type: CancerType, matchedOn: 'icd10' | 'morphology', code: string): RankedHit[] {
  return type[matchedOn]
    .filter((range) => rangesOverlap({ from: code, to: code }, range))
    .map((range) => ({ hit: hitOf(type, matchedOn, formatCodeRange(range)), rank: rangeRank(code, range) }))
}

/** The very code says more about the type than its category, and that more than a range that happens to hold it. */
function rangeRank(code: string, { from, to }: CodeRange): number {
  if (from !== to) return 2
  return from === code ? 0 : 1
}

function hitOf(type: CancerType, matchedOn: CancerTypeHit['matchedOn'], matchedText: string): CancerTypeHit {
  return { cancerTypeId: type.id, matchedOn, matchedText }
}
