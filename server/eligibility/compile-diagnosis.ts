import { type RawBuilder, sql } from 'kysely'
import { codeRange } from '#domain/cancer/code-range.ts'
import { mayBecome } from '#domain/cancer/unspecified-morphology.ts'
import type { DiagnosisLeaf, MorphologyLeaf, RareCancerLeaf, TopographyLeaf } from '#domain/eligibility/leaf.ts'
import { plainTopography, withBehaviour } from '#domain/eligibility/leaves/evaluate-codes.ts'
import { compileBranch } from './compile-branch.ts'
import { answerOf, firstOf, open, ruleOfAnswer } from './compiled-answer.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { isAnyOf, screeningColumn } from './screening-column.ts'

/** The cancer type, then its listed morphology, then how it was proven; all three must hold. The first open one is asked. */
export function compileDiagnosis(leaf: DiagnosisLeaf): CompiledRule {
  const { entities, morphology, confirmation } = leaf
  const codes = [
    compileCancerTypes(entities),
    ...(morphology === undefined ? [] : [ruleOfValue(isMorphology({ op: 'morphology', in: morphology }), histology)]),
  ]
  const basis = confirmation === undefined || confirmation === 'any' ? [] : [compileBasis(confirmation)]
  const rule = compileBranch('and', [...codes, ...basis])
  const isCodeOpen = sql.join(
    codes.map(({ value }) => sql`${value} is null`),
    sql` or `,
  )
  const item = firstOf(
    [
      [isUnrecorded, open('diagnosis')],
      [isCodeOpen, open(histology)],
    ],
    open('diagnosis-basis'),
  )
  return { ...rule, whenOpen: { ...rule.whenOpen, missing: sql`array[${item}]` } }
}

/** Whether the index cancer is one of these nodes of the taxonomy. Its `isNotFalse` is answered by four indexes. */
export function compileCancerTypes(cancerTypeIds: readonly string[]): CompiledRule {
  const asked = sql`${[...cancerTypeIds]}::text[]`
  const isExact = sql`${screeningColumn('cancer_exact')} && ${asked}`
  const isOpen = sql`${screeningColumn('cancer_group')} && ${asked} or ${screeningColumn('cancer_possible')} && ${asked} or ${screeningColumn('is_uncoded')}`
  return {
    ...ruleOfValue(sql`case when ${isExact} then true when not (${isOpen}) then false end`, histology),
    isNotFalse: sql`(${isExact} or ${isOpen})`,
    isNotTrue: sql`(not (${isExact}))`,
  }
}

export function compileMorphology(leaf: MorphologyLeaf): CompiledRule {
  return ruleOfAnswer(answerOf(isMorphology(leaf), needsCode(histology)))
}

/** A site with every subsite of it; a record that says only the site leaves a subsite open. */
export function compileTopography({ in: listed }: TopographyLeaf): CompiledRule {
  const topography = screeningColumn('topography')
  const wanted = listed.map(plainTopography)
  const isWithin = sql.join(
    wanted.map((site) => sql`left(${topography}, ${site.length}::integer) = ${site}::text`),
    sql` or `,
  )
  const coarser = wanted.flatMap((site) => [...site].map((_letter, index) => site.slice(0, index)))
  const isListed = sql`case when ${isWithin} then true when not (${isAnyOf(topography, coarser)}) then false end`
  return ruleOfAnswer(answerOf(isListed, needsCode('diagnosis:topography')))
}

export function compileRareCancer({ definition }: RareCancerLeaf): CompiledRule {
  const column = definition === 'RARECARE' ? 'is_rare_by_rarecare' : 'is_rare_by_act2026'
  return ruleOfAnswer(answerOf(screeningColumn(column), needsCode(histology)))
}

/** A cell type that says only the tissue is open where a fuller report may turn it into one of those asked. */
function isMorphology({ in: listed = [], range }: MorphologyLeaf): RawBuilder<unknown> {
  const morphology = screeningColumn('morphology')
  const cells = range === undefined ? [] : [codeRange(range.join('-'))]
  const unsettled = cellTypes.filter((base) =>
    mayBecome(base, [...listed.map((code) => codeRange(code.slice(0, 4))), ...cells]),
  )
  const isListed = isAnyOf(morphology, listed.map(withBehaviour))
  const base = sql`left(${morphology}, 4)`
  const isInRange =
    range === undefined ? sql`false` : sql`${base}::integer between ${range[0]}::integer and ${range[1]}::integer`
  return sql`case when ${isListed} or ${isInRange} then true when not (${isAnyOf(base, unsettled)}) then false end`
}

function compileBasis(confirmation: 'histology' | 'histologyOrCytology'): CompiledRule {
  const proofs = confirmation === 'histology' ? ['histology'] : ['histology', 'cytology']
  return ruleOfValue(isAnyOf(screeningColumn('diagnosis_basis'), proofs), 'diagnosis-basis')
}

function needsCode(item: string) {
  return firstOf([[isUnrecorded, open('diagnosis')]], open(item))
}

const histology = 'diagnosis:histology'
/** Where no code of the diagnosis can be read, the whole of it is asked for too. */
const isUnrecorded = sql`(${screeningColumn('has_diagnosis')} is not true or ${screeningColumn('is_uncoded')})`

/** Every four digits that ICD-O-3 may use for a cell type. */
const cellTypes = Array.from({ length: 1994 }, (_, index) => String(8000 + index))
