import { choiceEntry, dateEntry, type Entry, type EntryField, filledFields, textEntry } from './entry-form.ts'
import type { NewDiagnosis } from './new-patient-item.ts'
import { wordChoices } from './value-shape.ts'

/** The missing part of the diagnosis. Where there is a diagnosis already, what is not asked stays as it is. */
export function entryOfDiagnosis(key: string, replaces: string | null): Entry {
  const fields = replaces === null ? wholeDiagnosis : (diagnosisFields[key] ?? [morphology, basis])
  const kept = fields.map(({ name }) => name)
  return {
    kind: 'form',
    form: { target: { kind: 'diagnosis', replaces, kept }, fields, usualSource: 'Pathology report' },
  }
}

/** A recorded diagnosis with all its codes; what is emptied is not known any more. */
export function entryOfRecordedDiagnosis(itemId: string, entered: NewDiagnosis): Entry {
  const { icd10: code, topography: place, morphology: cell, basis: proof, diagnosedOn: on, source } = entered
  const recorded = { icd10: code, topography: place, morphology: cell, basis: proof, diagnosedOn: on }
  const isElsewhere = cell === undefined
  const fields = filledFields(wholeDiagnosis, recorded).map((field) => ({
    ...field,
    isRequired: false,
    ...(isElsewhere && field.name === 'morphology'
      ? { hint: 'It is recorded in SNOMED CT, and stays so where this is left empty. For example 8171/3' }
      : {}),
  }))
  const kept = isElsewhere ? ['morphology'] : []
  return { kind: 'form', form: { target: { kind: 'diagnosis', replaces: itemId, kept }, fields, usualSource: source } }
}

const optional = { isRequired: false } as const
const icd10 = textEntry('icd10', 'ICD-10 code', { ...optional, hint: 'For example C22.0' })
const topography = textEntry('topography', 'Topography (ICD-O-3)', { ...optional, hint: 'For example C22.0' })
const morphology = textEntry('morphology', 'Morphology with behaviour (ICD-O-3)', {
  ...optional,
  hint: 'For example 8171/3',
})
const basis = choiceEntry(
  'basis',
  'Basis of diagnosis',
  wordChoices('histology', 'cytology', 'clinical', 'death-certificate'),
  optional,
)
const diagnosedOn = dateEntry('diagnosedOn', 'Date of diagnosis', 'partial')
const wholeDiagnosis = [icd10, topography, morphology, basis, diagnosedOn]

const diagnosisFields: Readonly<Record<string, readonly EntryField[]>> = {
  // Recorded, but with no code that can be read.
  diagnosis: [icd10, topography, morphology, basis, keptDate()],
  'diagnosis:histology': [{ ...morphology, isRequired: true }, basis, keptDate()],
  'diagnosis:topography': [{ ...topography, isRequired: true }, keptDate()],
  'diagnosis-basis': [{ ...basis, isRequired: true }, keptDate()],
  'diagnosis-date': [diagnosedOn],
}

/** A correction of a code need not say again when the cancer was diagnosed. */
function keptDate(): EntryField {
  return { ...diagnosedOn, isRequired: false, hint: 'Leave it empty to keep the date that is recorded.' }
}
