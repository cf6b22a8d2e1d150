import { gradeDiagnosis } from '../../cancer/match-diagnosis.ts'
import { cancerTypeById, taxonomy } from '../../cancer/taxonomy.ts'
import type { DiagnosisLeaf, MorphologyLeaf, TopographyLeaf } from '../leaf.ts'
import type { Diagnosis } from '../patient-record.ts'
import { diagnosisOf } from '../sample-record.ts'
import type { Fragment } from './fragment.ts'

/** The codes asked for by histology, then a common cancer, one on clinical grounds, one without a cell type and none. */
export function diagnosisFragments(leaf: DiagnosisLeaf | MorphologyLeaf | TopographyLeaf): readonly Fragment[] {
  const asked =
    leaf.op === 'diagnosis'
      ? leaf.entities.flatMap((entity) => codesOf(entity, leaf.morphology ?? []))
      : leaf.op === 'topography'
        ? leaf.in.map((site) => ({ icd10: site, topography: site.includes('.') ? site : `${site}.9` }))
        : [...(leaf.in ?? []), ...(leaf.range ?? []).map((cell) => `${cell}/3`)].flatMap((morphology) => [
            { morphology },
            { icd10: 'C60.9', topography: 'C60.9', morphology },
          ])
  const others = [{ icd10: 'C61', topography: 'C61.9', morphology: '8140/3' }, { morphology: '8000/3' }, {}]
  return [
    ...asked.map((codes) => ({ diagnoses: [diagnosisOf(codes)] })),
    ...others.map((codes) => ({ diagnoses: [diagnosisOf(codes)] })),
    ...asked.map((codes) => ({ diagnoses: [diagnosisOf({ ...codes, basis: 'clinical' })] })),
  ]
}

/** One rare cancer and one that is not, as far as the taxonomy says. */
export function rarityFragments(): readonly Fragment[] {
  return (['yes', 'no'] as const).flatMap((answer) => {
    const types = taxonomy.filter(({ rareBy, level }) => rareBy.rarecare === answer && level === 'entity')
    return types.flatMap(({ id }) => codesOf(id, []).map((codes) => ({ diagnoses: [diagnosisOf(codes)] }))).slice(0, 20)
  })
}

/** Codes that prove the cancer type; where the trial lists morphologies, with one of those. */
function codesOf(cancerTypeId: string, morphologies: readonly string[]): readonly Partial<Diagnosis>[] {
  const type = cancerTypeById(cancerTypeId)
  if (type === undefined) return []
  const cells =
    morphologies.length > 0 ? morphologies : type.morphology.map(({ from }) => `${from}/${type.behaviours[0]}`)
  const sites = type.topography.map(({ from }) => (from.includes('.') ? from : `${from}.9`))
  const anywhere = sites.length > 0 ? sites : [type.icd10[0]?.from ?? 'C80.9']
  const all = anywhere.flatMap((topography) =>
    cells.map((morphology) => ({ icd10: topography, topography, morphology, morphologySystem: 'icd-o-3' as const })),
  )
  return all.filter((codes) => gradeDiagnosis(codes, cancerTypeId) === 'exact').slice(0, 3)
}
