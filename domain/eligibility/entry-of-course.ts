import { choiceEntry, dateEntry, type Entry, type EntryField } from './entry-form.ts'
import { plainShape, wordShape } from './value-shape.ts'

const askTheTreatment =
  'This belongs to the treatment itself: correct it in the treatment record, where line, setting and dates stand together.'

/** The missing part of a recorded treatment: "treatment:<row>:last dose date", or the day that an interval counts from. */
export function entryOfTreatment(key: string, replaces: string | null): Entry {
  const gap = key.startsWith('interval:')
    ? key.endsWith('.start')
      ? 'start date'
      : 'date'
    : (key.split(':').at(-1) ?? '')
  const field = treatmentFields[gap]
  if (replaces === null || field === undefined) return { kind: 'elsewhere', where: askTheTreatment }
  return {
    kind: 'form',
    form: { target: { kind: 'treatment', replaces }, fields: [field], usualSource: 'Treatment record' },
  }
}

const treatmentFields: Readonly<Record<string, EntryField>> = {
  'last dose date': dateEntry('endedOn', 'Date of the last dose or fraction'),
  date: dateEntry('endedOn', 'Date of the operation or last dose'),
  'start date': dateEntry('startedOn', 'Date of the first dose'),
  'half-life': numberEntry('halfLifeDays', 'Half-life in days', 'From the summary of product characteristics.'),
  'number of cycles': numberEntry('cycles', 'Number of cycles given', null),
  margin: choiceEntry('margin', 'Resection margin', shapeChoices(plainShape('R0', 'R1', 'R2'))),
  setting: choiceEntry(
    'setting',
    'Setting',
    shapeChoices(wordShape('neoadjuvant', 'adjuvant', 'first-line', 'palliative', 'maintenance')),
  ),
}

/** The missing part of the diagnosis. Where there is a diagnosis already, what is not asked stays as it is. */
export function entryOfDiagnosis(key: string, replaces: string | null): Entry {
  const fields =
    replaces === null || key === 'diagnosis'
      ? [icd10, topography, morphology, basis, diagnosedOn]
      : (diagnosisFields[key] ?? [morphology, basis])
  return {
    kind: 'form',
    form: { target: { kind: 'diagnosis', replaces }, fields, usualSource: 'Pathology report' },
  }
}

const icd10 = codeEntry('icd10', 'ICD-10 code', 'For example C22.0', false)
const topography = codeEntry('topography', 'Topography (ICD-O-3)', 'For example C22.0', false)
const morphology = codeEntry('morphology', 'Morphology with behaviour (ICD-O-3)', 'For example 8171/3', false)
const basis = choiceEntry(
  'basis',
  'Basis of diagnosis',
  shapeChoices(wordShape('histology', 'cytology', 'clinical', 'death-certificate')),
  { isRequired: false },
)
const diagnosedOn = dateEntry('diagnosedOn', 'Date of diagnosis', 'partial')

const diagnosisFields: Readonly<Record<string, readonly EntryField[]>> = {
  'diagnosis:histology': [{ ...morphology, isRequired: true }, basis, keptDate()],
  'diagnosis:topography': [{ ...topography, isRequired: true }, keptDate()],
  'diagnosis-basis': [{ ...basis, isRequired: true }, keptDate()],
  'diagnosis-date': [diagnosedOn],
}

/** A correction of a code need not say again when the cancer was diagnosed. */
function keptDate(): EntryField {
  return { ...diagnosedOn, isRequired: false, hint: 'Leave it empty to keep the date that is recorded.' }
}

function codeEntry(name: string, label: string, hint: string, isRequired: boolean): EntryField {
  return { name, label, hint, isRequired, control: { kind: 'text', initial: '' } }
}

function numberEntry(name: string, label: string, hint: string | null): EntryField {
  return { name, label, hint, isRequired: true, control: { kind: 'number' } }
}

function shapeChoices(shape: ReturnType<typeof wordShape>) {
  return shape.kind === 'choice' ? shape.choices : []
}
