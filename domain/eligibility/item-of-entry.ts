import type { EntryForm, EntryValues } from './entry-form.ts'
import type { NewDiagnosis, NewPatientItem, NewTreatment } from './new-patient-item.ts'

/** The item that a filled form records. A field that is left empty is left out, or `null` where the item needs it. */
export function itemOfEntry({ target }: EntryForm, values: EntryValues, source: string): NewPatientItem {
  switch (target.kind) {
    case 'observation': {
      const { kind, observationKind, code, unit, replaces } = target
      return {
        kind,
        observationKind,
        code,
        value: values.value ?? '',
        unit: text(values.unit) ?? unit,
        lowerLimit: number(values.lowerLimit),
        upperLimit: number(values.upperLimit),
        observedOn: text(values.observedOn) ?? '',
        detail: detailOf(values),
        source,
        ...(replaces === null ? {} : { replaces }),
      }
    }
    case 'biomarker': {
      const gene = text(values.genes)
      const value = number(values.value)
      return {
        ...target,
        genes: gene === null ? [...target.genes] : [gene],
        hgvsP: text(values.hgvsP),
        result: text(values.result) ?? '',
        value,
        unit: value === null ? null : text(values.unit),
        isCentralReview: values.isCentralReview === true,
        reportedOn: text(values.reportedOn) ?? '',
        source,
      }
    }
    case 'assertion':
      return { ...target, assertedOn: text(values.assertedOn) ?? '', source }
    case 'treatment':
      return { ...target, ...treatmentParts(values), source }
    case 'diagnosis': {
      const { kind, replaces } = target
      return { kind, ...(replaces === null ? {} : { replaces }), ...diagnosisParts(values), source }
    }
  }
}

function treatmentParts(values: EntryValues): Partial<NewTreatment> {
  const setting = (['neoadjuvant', 'adjuvant', 'first-line', 'palliative', 'maintenance'] as const).find(
    (word) => word === values.setting,
  )
  const margin = (['R0', 'R1', 'R2'] as const).find((word) => word === values.margin)
  return {
    ...(typeof values.startedOn === 'string' ? { startedOn: values.startedOn } : {}),
    ...(typeof values.endedOn === 'string' ? { endedOn: values.endedOn } : {}),
    ...(typeof values.cycles === 'number' ? { cycles: values.cycles } : {}),
    ...(typeof values.halfLifeDays === 'number' ? { halfLifeDays: values.halfLifeDays } : {}),
    ...(setting === undefined ? {} : { setting }),
    ...(margin === undefined ? {} : { margin }),
  }
}

function diagnosisParts(values: EntryValues): Partial<NewDiagnosis> {
  const basis = (['histology', 'cytology', 'clinical', 'death-certificate'] as const).find(
    (word) => word === values.basis,
  )
  return {
    ...(typeof values.icd10 === 'string' ? { icd10: values.icd10 } : {}),
    ...(typeof values.topography === 'string' ? { topography: values.topography } : {}),
    ...(typeof values.morphology === 'string' ? { morphology: values.morphology } : {}),
    ...(typeof values.diagnosedOn === 'string' ? { diagnosedOn: values.diagnosedOn } : {}),
    ...(basis === undefined ? {} : { basis }),
  }
}

function detailOf(values: EntryValues): EntryValues {
  const parts = Object.entries(values).filter(([name]) => name.startsWith('detail.'))
  return Object.fromEntries(parts.map(([name, value]) => [name.slice('detail.'.length), value]))
}

function text(value: string | number | boolean | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function number(value: string | number | boolean | undefined): number | null {
  return typeof value === 'number' ? value : null
}
