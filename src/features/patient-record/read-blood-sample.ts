import { bloodSampleResults, type SampleResult } from '#domain/eligibility/blood-sample.ts'
import type { EnteredItem } from '#domain/eligibility/new-patient-item.ts'
import { type EntryFault, readEntry } from './read-entry.ts'

/** What a form for the results of one blood sample is opened for; it comes with the form as JSON. */
export type BloodSampleAsked = { readonly kind: 'bloodSample'; readonly keys: readonly string[] }

export type BloodSampleReading =
  | { readonly kind: 'ok'; readonly filled: readonly FilledResult[] }
  | { readonly kind: 'faulty'; readonly faults: readonly EntryFault[] }

/** A result that was typed in, as the item to be recorded. */
export type FilledResult = { readonly result: SampleResult; readonly item: EnteredItem }

/** The name of a field of the form: the day and the source are of the sample, the rest of one result. */
export function sampleFieldName({ key }: Pick<SampleResult, 'key'>, field: string): string {
  if (field === 'observedOn' || field === 'source') return field
  // A bound is typed before the figure.
  return `${key}.${field === 'detail.bound' ? 'value' : field}`
}

/** A fault of one field of a result, with the result's name where the field is its own. */
export function sampleFault(result: SampleResult, { field, message }: EntryFault): EntryFault {
  const isOfSample = field === 'observedOn' || field === 'source'
  if (isOfSample) return { field, message }
  return { field: field === null ? null : sampleFieldName(result, field), message: `${result.label}: ${message}` }
}

/** The results that were typed in; those left empty are left out. Whether a value makes sense, the server says. */
export function readBloodSample({ keys }: BloodSampleAsked, typed: FormData): BloodSampleReading {
  const results = bloodSampleResults(keys)
  const filled = results.filter((result) => isFilled(result, typed))
  const [first] = results
  if (filled.length === 0) {
    const field = first === undefined ? null : sampleFieldName(first, 'value')
    return { kind: 'faulty', faults: [{ field, message: 'Enter at least one result' }] }
  }
  const readings = filled.map((result) => ({ result, reading: readEntry(result.form, typedOf(result, typed)) }))
  const faults = readings.flatMap(({ result, reading }) =>
    reading.kind === 'faulty' ? reading.faults.map((fault) => sampleFault(result, fault)) : [],
  )
  if (faults.length > 0) return { kind: 'faulty', faults: onePerField(faults) }
  return {
    kind: 'ok',
    filled: readings.flatMap(({ result, reading }) => (reading.kind === 'ok' ? [{ result, item: reading.item }] : [])),
  }
}

/** The day and the source are told once, not once a result. */
export function onePerField(faults: readonly EntryFault[]): readonly EntryFault[] {
  return [...new Map(faults.map((fault) => [fault.field ?? fault.message, fault])).values()]
}

/** A unit alone stands there from the start; a limit alone was typed, and its value forgotten. */
function isFilled(result: SampleResult, typed: FormData): boolean {
  return ['value', 'lowerLimit', 'upperLimit'].some(
    (field) => String(typed.get(sampleFieldName(result, field)) ?? '').trim() !== '',
  )
}

/** What was typed of one result, as the form for it alone would have it: "<5" is a value with its bound. */
function typedOf(result: SampleResult, typed: FormData): FormData {
  const own = new FormData()
  for (const { name } of result.form.fields) {
    if (name !== 'detail.bound') own.set(name, String(typed.get(sampleFieldName(result, name)) ?? ''))
  }
  own.set('source', String(typed.get('source') ?? ''))
  const bounded = /^\s*([<>])\s*(.+)$/u.exec(String(own.get('value')))
  if (bounded !== null) {
    own.set('detail.bound', bounded[1] ?? '')
    own.set('value', bounded[2] ?? '')
  }
  return own
}
