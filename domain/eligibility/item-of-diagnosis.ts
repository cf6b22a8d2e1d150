import { resolveDiagnosis } from '../cancer/match-diagnosis.ts'
import { cancerTypeById } from '../cancer/taxonomy.ts'
import type { ItemContent } from './item-content.ts'
import type { Diagnosis } from './patient-record.ts'

/** A cancer with its codes: "Fibrolamellar carcinoma: ICD-10 C22.0, topography C22.0, morphology 8171/3; by histology". */
export function itemOfDiagnosis(row: Diagnosis, isIndex: boolean): ItemContent {
  return {
    section: 'diagnosis',
    label: isIndex ? 'Diagnosis' : 'Other cancer',
    valueText: [`${nameOf(row)}${codesOf(row)}`, ...proofOf(row)].join('; '),
    on: row.diagnosedOn,
    windowDays: null,
  }
}

/** Only a proven cancer type is named; what the codes merely allow is for a person to say. */
function nameOf(row: Diagnosis): string {
  const resolved = resolveDiagnosis(row)
  if (resolved === null || resolved.grade !== 'exact') return ''
  return `${cancerTypeById(resolved.cancerTypeId)?.name ?? resolved.cancerTypeId}: `
}

function codesOf({ icd10, topography, morphology, morphologySystem }: Diagnosis): string {
  const system = morphologySystem === 'snomed-ct' ? 'SNOMED CT morphology' : 'morphology'
  const codes = [
    icd10 === null ? [] : [`ICD-10 ${icd10}`],
    topography === null ? [] : [`topography ${topography}`],
    morphology === null ? [] : [`${system} ${morphology}`],
  ].flat()
  return codes.length === 0 ? 'no code recorded' : codes.join(', ')
}

function proofOf({ basis, laterality }: Diagnosis): readonly string[] {
  return [basis === null ? [] : [basisWords[basis]], laterality === null ? [] : [laterality]].flat()
}

const basisWords: Readonly<Record<NonNullable<Diagnosis['basis']>, string>> = {
  histology: 'by histology',
  cytology: 'by cytology',
  clinical: 'clinical diagnosis',
  'death-certificate': 'from a death certificate',
}
