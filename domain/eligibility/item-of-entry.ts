import type { EntryForm, EntryTarget, EntryValue, EntryValues } from './entry-form.ts'
import type { EnteredItem, NewDiagnosis, NewTreatment } from './new-patient-item.ts'
import { treatmentKinds } from './treatment-parts.ts'
import { treatmentSettings } from './treatment-words.ts'

/** The item that a filled form records. A field that is left empty is left out, or `null` where the item needs it. */
export function itemOfEntry({ target, fields }: EntryForm, values: EntryValues, source: string): EnteredItem {
  const { kind, replaces } = target
  const provenance = { source, ...(replaces === null ? {} : { replaces }) }
  switch (kind) {
    case 'observation': {
      const { observationKind, code, unit } = target
      return {
        kind,
        observationKind,
        code,
        value: scalar(values.value) ?? '',
        unit: text(values.unit) ?? unit,
        lowerLimit: number(values.lowerLimit),
        upperLimit: number(values.upperLimit),
        observedOn: text(values.observedOn) ?? '',
        detail: detailOf(values),
        ...provenance,
      }
    }
    case 'biomarker': {
      const value = number(values.value)
      return {
        kind,
        type: target.type,
        genes: text(values.genes)?.split(/\s*,\s*/u) ?? [...target.genes],
        marker: text(values.marker) ?? target.marker,
        allele: text(values.allele) ?? target.allele,
        hgvsP: text(values.hgvsP),
        result: text(values.result) ?? '',
        value,
        unit: value === null ? null : text(values.unit),
        isCentralReview: values.isCentralReview === true,
        reportedOn: text(values.reportedOn) ?? '',
        ...provenance,
      }
    }
    case 'assertion':
      return { kind, category: target.category, assertedOn: text(values.assertedOn) ?? '', ...provenance }
    case 'treatment':
      return { kind, ...treatmentParts(values), ...provenance }
    case 'diagnosis': {
      const asked = fields.map(({ name }) => name)
      return { kind, ...diagnosisParts(target, asked, values), ...provenance }
    }
  }
}

/** The whole treatment: what belongs to another kind is not there any more. An operation begins and ends on its day. */
function treatmentParts(values: EntryValues): Partial<NewTreatment> {
  const kind = treatmentKinds.find(({ value }) => value === values.treatmentKind)?.value
  const endedOn = text(values.endedOn)
  return {
    ...(kind === undefined ? {} : { treatmentKind: kind }),
    ...(typeof values.name === 'string' ? { name: values.name } : {}),
    classes: isSeveral(values.classes) ? [...values.classes] : [],
    hasAllClasses: values.hasAllClasses === true,
    setting: treatmentSettings.find((word) => word === values.setting) ?? null,
    line: number(values.line),
    startedOn: kind === 'surgery' ? endedOn : text(values.startedOn),
    endedOn,
    isOngoing: values.isOngoing === true,
    cycles: number(values.cycles),
    halfLifeDays: number(values.halfLifeDays),
    procedure: text(values.procedure),
    margin: (['R0', 'R1', 'R2'] as const).find((word) => word === values.margin) ?? null,
    site: text(values.site),
    ...(typeof values.isForIndexCancer === 'boolean' ? { isForIndexCancer: values.isForIndexCancer } : {}),
  }
}

/** What was asked for and left empty is not known, unless the form says that it then stays as it is. */
function diagnosisParts(
  { kept }: Extract<EntryTarget, { kind: 'diagnosis' }>,
  asked: readonly string[],
  values: EntryValues,
): Partial<NewDiagnosis> {
  const isStated = (name: string) => asked.includes(name) && (values[name] !== undefined || !kept.includes(name))
  const basis = (['histology', 'cytology', 'clinical', 'death-certificate'] as const).find(
    (word) => word === values.basis,
  )
  return {
    ...(isStated('icd10') ? { icd10: text(values.icd10) } : {}),
    ...(isStated('topography') ? { topography: text(values.topography) } : {}),
    ...(isStated('morphology') ? { morphology: text(values.morphology) } : {}),
    ...(isStated('diagnosedOn') ? { diagnosedOn: text(values.diagnosedOn) } : {}),
    ...(isStated('basis') ? { basis: basis ?? null } : {}),
  }
}

function isSeveral(value: EntryValue | undefined): value is readonly string[] {
  return typeof value === 'object'
}

function detailOf(values: EntryValues): Record<string, string | number | boolean> {
  const parts = Object.entries(values).flatMap(([name, value]) => {
    const part = name.startsWith('detail.') ? scalar(value) : null
    return part === null ? [] : [[name.slice('detail.'.length), part] as const]
  })
  return Object.fromEntries(parts)
}

function scalar(value: EntryValue | undefined): string | number | boolean | null {
  return value === undefined || isSeveral(value) ? null : value
}

function text(value: EntryValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function number(value: EntryValue | undefined): number | null {
  return typeof value === 'number' ? value : null
}
