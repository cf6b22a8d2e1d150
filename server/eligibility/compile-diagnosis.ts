import { type RawBuilder, sql } from 'kysely'
import { codeRange } from '#domain/cancer/code-range.ts'
import { mayBecome } from '#domain/cancer/unspecified-morphology.ts'
import type { DiagnosisLeaf } from '#domain/eligibility/leaf.ts'
import { withBehaviour } from '#domain/eligibility/leaves/evaluate-codes.ts'
import { compileBranch } from './compile-branch.ts'
import { type CompiledRule, ruleOfValue } from './compiled-rule.ts'
import { screeningColumn } from './screening-column.ts'

/** The cancer type, then its listed morphology, then how it was proven; all three must hold. */
export function compileDiagnosis(leaf: DiagnosisLeaf): CompiledRule {
  return compileBranch('and', [
    compileCancerTypes(leaf.entities),
    ...(leaf.morphology === undefined ? [] : [compileMorphology(leaf.morphology)]),
    ...(leaf.confirmation === undefined || leaf.confirmation === 'any' ? [] : [compileBasis(leaf.confirmation)]),
  ])
}

/** Whether the index cancer is one of these nodes of the taxonomy. Its `isNotFalse` is answered by four indexes. */
export function compileCancerTypes(cancerTypeIds: readonly string[]): CompiledRule {
  const asked = sql`${[...cancerTypeIds]}::text[]`
  const isExact = sql`${screeningColumn('cancer_exact')} && ${asked}`
  const isOpen = sql`${screeningColumn('cancer_group')} && ${asked} or ${screeningColumn('cancer_possible')} && ${asked} or ${screeningColumn('is_uncoded')}`
  return {
    ...ruleOfValue(sql`case when ${isExact} then true when not (${isOpen}) then false end`),
    isNotFalse: sql`(${isExact} or ${isOpen})`,
    isNotTrue: sql`(not (${isExact}))`,
  }
}

/** A cell type that says only the tissue is open where a fuller report may turn it into one of the listed. */
function compileMorphology(listed: readonly string[]): CompiledRule {
  const morphology = screeningColumn('morphology')
  const wanted = listed.map((code) => codeRange(code.slice(0, 4)))
  const unsettled = cellTypes.filter((base) => mayBecome(base, wanted))
  const isListed = isAnyOf(morphology, listed.map(withBehaviour))
  const isUnsettled = isAnyOf(sql`left(${morphology}, 4)`, unsettled)
  return ruleOfValue(sql`case when ${isListed} then true when not (${isUnsettled}) then false end`)
}

function compileBasis(confirmation: 'histology' | 'histologyOrCytology'): CompiledRule {
  const proofs = confirmation === 'histology' ? ['histology'] : ['histology', 'cytology']
  return ruleOfValue(isAnyOf(screeningColumn('diagnosis_basis'), proofs))
}

function isAnyOf(column: RawBuilder<unknown>, words: readonly string[]): RawBuilder<boolean> {
  return sql`${column} = any(${[...words]}::text[])`
}

/** Every four digits that ICD-O-3 may use for a cell type. */
const cellTypes = Array.from({ length: 1994 }, (_, index) => String(8000 + index))
