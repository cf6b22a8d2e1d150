import type { CancerType, FamilyId } from './cancer-type.ts'
import { codeRange } from './code-range.ts'

/** A group or entity as its family's table states it. What is left out takes the usual value. */
export interface CancerTypeRow {
  readonly id: string
  /** The group of an entity; a row without it is a group. */
  readonly parentId?: string
  readonly name: string
  readonly icd10: readonly string[]
  readonly topography: readonly string[]
  readonly morphology: readonly string[]
  /** Malignant (3) when left out. */
  readonly behaviours?: readonly (1 | 3)[]
  readonly needsTopography?: true
  readonly synonyms?: readonly string[]
  readonly incidencePer100k: number
  readonly isIrci?: true
  readonly note?: string
}

/** The node that a row of a family stands for. */
export function cancerTypeOfRow(family: FamilyId, row: CancerTypeRow): CancerType {
  return {
    id: row.id,
    level: row.parentId === undefined ? 'group' : 'entity',
    family,
    parentId: row.parentId ?? family,
    name: row.name,
    icd10: row.icd10.map(codeRange),
    topography: row.topography.map(codeRange),
    morphology: row.morphology.map(codeRange),
    behaviours: row.behaviours ?? [3],
    needsTopography: row.needsTopography ?? false,
    synonyms: row.synonyms ?? [],
    incidencePer100k: row.incidencePer100k,
    isIrci: row.isIrci ?? false,
    note: row.note ?? null,
    rareBy: { rarecare: row.incidencePer100k < rarecareLimitPer100k ? 'yes' : 'no', act2026: 'unassessed' },
  }
}

/** RARECARE: fewer than 6 new cases per 100,000 people a year. */
const rarecareLimitPer100k = 6
