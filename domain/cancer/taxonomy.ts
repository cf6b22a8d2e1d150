import { type CancerType, type FamilyId, familyNames } from './cancer-type.ts'
import { type CancerTypeRow, cancerTypeOfRow } from './cancer-type-row.ts'
import { cnsCancerTypes } from './taxonomy/cns.ts'
import { digestiveCancerTypes } from './taxonomy/digestive.ts'
import { endocrineCancerTypes } from './taxonomy/endocrine.ts'
import { femaleGenitalCancerTypes } from './taxonomy/female-genital.ts'
import { haematologicalCancerTypes } from './taxonomy/haematological.ts'
import { headNeckCancerTypes } from './taxonomy/head-neck.ts'
import { maleGenitalUrogenitalCancerTypes } from './taxonomy/male-genital-urogenital.ts'
import { neuroendocrineCancerTypes } from './taxonomy/neuroendocrine.ts'
import { paediatricCancerTypes } from './taxonomy/paediatric.ts'
import { rareSkinNoncutaneousMelanomaCancerTypes } from './taxonomy/rare-skin-noncutaneous-melanoma.ts'
import { sarcomaCancerTypes } from './taxonomy/sarcoma.ts'
import { thoracicCancerTypes } from './taxonomy/thoracic.ts'

const families: readonly (readonly [FamilyId, readonly CancerTypeRow[]])[] = [
  ['head-neck', headNeckCancerTypes],
  ['thoracic', thoracicCancerTypes],
  ['male-genital-urogenital', maleGenitalUrogenitalCancerTypes],
  ['female-genital', femaleGenitalCancerTypes],
  ['neuroendocrine', neuroendocrineCancerTypes],
  ['endocrine', endocrineCancerTypes],
  ['cns', cnsCancerTypes],
  ['sarcoma', sarcomaCancerTypes],
  ['digestive', digestiveCancerTypes],
  ['rare-skin-noncutaneous-melanoma', rareSkinNoncutaneousMelanomaCancerTypes],
  ['haematological', haematologicalCancerTypes],
  ['paediatric', paediatricCancerTypes],
]

/** Every node, each family followed by its groups and every group by its entities. */
export const taxonomy: readonly CancerType[] = families.flatMap(([family, rows]) => [
  familyNode(family),
  ...rows.map((row) => cancerTypeOfRow(family, row)),
])

const byId: ReadonlyMap<string, CancerType> = new Map(taxonomy.map((type) => [type.id, type]))
const byParent: ReadonlyMap<string | null, readonly CancerType[]> = Map.groupBy(taxonomy, (type) => type.parentId)

/** The node with this id, a family included; undefined when there is none. */
export function cancerTypeById(id: string): CancerType | undefined {
  return byId.get(id)
}

/** The nodes directly below: groups of a family, entities of a group. */
export function childrenOf(id: string): readonly CancerType[] {
  return byParent.get(id) ?? []
}

/** The nodes above, nearest first: 'gi-flc' → [digestive]. Empty for a family and for an unknown id. */
export function ancestorsOf(id: string): readonly CancerType[] {
  const parent = byId.get(byId.get(id)?.parentId ?? '')
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent.id)]
}

/** All nodes below, in the order of the taxonomy, without the node itself. */
export function descendantsOf(id: string): readonly CancerType[] {
  return childrenOf(id).flatMap((child) => [child, ...descendantsOf(child.id)])
}

function familyNode(family: FamilyId): CancerType {
  return {
    id: family,
    level: 'family',
    family,
    parentId: null,
    name: familyNames[family],
    icd10: [],
    topography: [],
    morphology: [],
    behaviours: [],
    needsTopography: false,
    synonyms: [],
    incidencePer100k: null,
    isIrci: false,
    note: null,
    rareBy: { rarecare: 'unassessed', act2026: 'unassessed' },
  }
}
