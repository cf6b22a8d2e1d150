import { choiceEntry, dateEntry, type Entry, type EntryField, filledFields, numberEntry } from './entry-form.ts'
import { factName } from './fact-name.ts'
import { findingShape } from './finding-shape.ts'
import type { NewObservation } from './new-patient-item.ts'
import type { ObservationKind } from './patient-record.ts'
import { knownUnit, unitWords } from './plausible-value.ts'
import type { Measure, ValueShape } from './value-shape.ts'

/** A form for one dated finding; a code without a known shape cannot be filled here. */
export function entryOfFinding(observationKind: ObservationKind, code: string, replaces: string | null = null): Entry {
  const shape = findingShape(observationKind, code)
  if (shape === null) {
    const where = `${factName(code)} has no form yet: record it in the hospital system, and ask for it to be added here.`
    return { kind: 'elsewhere', where }
  }
  const { value, details } = shape
  return {
    kind: 'form',
    form: {
      target: { kind: 'observation', observationKind, code, unit: soleUnit(value), replaces },
      fields: [
        ...valueFields(observationKind, value),
        ...Object.entries(details).map(([name, part]) => detailField(name, part)),
        dateEntry('observedOn', dateLabels[observationKind] ?? 'Date found'),
      ],
      usualSource: usualSources[observationKind] ?? 'Clinic letter',
    },
  }
}

/**
 * A recorded finding with all its parts. A figure in a unit that the measurement does not come in is not carried over:
 * beside another unit it would be another value.
 */
export function entryOfRecordedFinding(itemId: string, entered: NewObservation): Entry {
  const { observationKind, code, value, unit, lowerLimit, upperLimit, observedOn, detail = {}, source } = entered
  const entry = entryOfFinding(observationKind, code, itemId)
  const shape = findingShape(observationKind, code)?.value
  if (entry.kind === 'elsewhere' || shape === undefined) return entry
  const known = shape.kind === 'measure' ? knownUnit(unit, shape.measure) : undefined
  const isReadable = shape.kind !== 'measure' || known !== undefined
  const figures = isReadable ? { value, lowerLimit, upperLimit } : {}
  const details = Object.fromEntries(Object.entries(detail).map(([name, part]) => [`detail.${name}`, part]))
  const recorded = { ...figures, unit: known ?? null, observedOn, ...details }
  const fields = entry.form.fields.flatMap((field) => [
    ...(field.name === 'observedOn' ? unaskedLimits(entry.form.fields, entered) : []),
    field,
  ])
  return { kind: 'form', form: { ...entry.form, fields: filledFields(fields, recorded), usualSource: source } }
}

/** A limit that is recorded but not asked for would be lost with the correction. */
function unaskedLimits(fields: readonly EntryField[], entered: NewObservation): readonly EntryField[] {
  return (['lowerLimit', 'upperLimit'] as const).flatMap((limit) =>
    entered[limit] === null || fields.some(({ name }) => name === limit)
      ? []
      : limitField(limit).map((field) => ({ ...field, hint: null })),
  )
}

/** A measurement in one unit only says it in the label; words have no unit. */
function soleUnit(shape: ValueShape): string | null {
  return shape.kind === 'measure' && shape.measure.units.length === 1 ? shape.measure.units[0] : null
}

function valueFields(kind: ObservationKind, shape: ValueShape): readonly EntryField[] {
  const label = valueLabels[kind] ?? 'Result'
  if (shape.kind === 'choice') return [choiceEntry('value', label, shape.choices)]
  if (shape.kind !== 'measure') return [numberEntry('value', label)]
  const { units, limit } = shape.measure
  return [
    numberEntry('value', units.length === 1 ? `Value (${unitWords(units[0])})` : 'Value'),
    ...unitField(units),
    ...limitField(limit),
  ]
}

function unitField(units: Measure['units']): readonly EntryField[] {
  const choices = units.map((unit) => ({ value: unit, label: unitWords(unit) }))
  const [usual, ...others] = choices
  return usual === undefined || others.length === 0 ? [] : [choiceEntry('unit', 'Unit', choices, { initial: usual })]
}

function limitField(limit: Measure['limit']): readonly EntryField[] {
  if (limit === null) return []
  const end = limit === 'upperLimit' ? 'Upper' : 'Lower'
  const hint = 'Copy it from the same report. Without it, criteria that compare with it stay undecided.'
  return [numberEntry(limit, `${end} limit of normal on the report`, { hint, isRequired: false })]
}

function detailField(name: string, shape: ValueShape): EntryField {
  const place = `detail.${name}`
  const label = detailLabels[name] ?? factName(name)
  if (shape.kind === 'choice') return choiceEntry(place, label, shape.choices, { isRequired: false })
  if (shape.kind === 'date') return { ...dateEntry(place, label), isRequired: false }
  return numberEntry(place, label, { isRequired: false })
}

const valueLabels: Readonly<Partial<Record<ObservationKind, string>>> = {
  attestation: 'Answer',
  condition: 'Present or absent',
  medication: 'Taken or not',
  metastasis: 'Present state',
  stage: 'Stage group',
  grade: 'Grade',
  toxicity: 'CTCAE grade',
  'central-review': 'Decision',
  'performance-status': 'Performance status',
  progression: 'Progression found',
  'other-malignancy': 'Does the patient have it, or has had it?',
}

const dateLabels: Readonly<Partial<Record<ObservationKind, string>>> = {
  lab: 'Date of the sample',
  observation: 'Date measured',
  'performance-status': 'Date assessed',
  attestation: 'Date of the answer',
  'central-review': 'Date of the decision',
  'measurable-disease': 'Date of the scan',
  metastasis: 'Date of the scan',
  progression: 'Date of the progression, or of the scan without it',
  'other-malignancy': 'Date of its diagnosis; where there was none, the date of asking',
}

const usualSources: Readonly<Partial<Record<ObservationKind, string>>> = {
  lab: 'Laboratory system',
  infection: 'Laboratory system',
  grade: 'Pathology report',
  'central-review': 'MDT proforma',
  'measurable-disease': 'Radiology report',
  metastasis: 'Radiology report',
  observation: 'Nursing assessment',
  'performance-status': 'Nursing assessment',
  stage: 'MDT proforma',
  'disease-extent': 'MDT proforma',
}

const detailLabels: Readonly<Record<string, string>> = {
  bound: 'Only where the report gives "<" or ">"',
  t: 'T category',
  n: 'N category',
  m: 'M category',
  by: 'Measured by',
  line: 'Line of treatment (1 is the first)',
  isIrradiated: 'Was the lesion irradiated?',
  hasProgressedSince: 'Has it progressed since radiotherapy?',
  isTreated: 'Has it been treated?',
  stableSinceOn: 'Stable since',
  needsSystemicTherapy: 'Does it need systemic treatment?',
  severity: 'Severity (MGFA class)',
  name: 'Which one? Without it, trials that allow only some stay undecided',
  doseMgPredEq: 'Daily dose (mg of prednisolone or equivalent)',
}
