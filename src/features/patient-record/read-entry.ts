import type { EntryField, EntryForm, EntryValues } from '#domain/eligibility/entry-form.ts'
import { itemOfEntry } from '#domain/eligibility/item-of-entry.ts'
import type { NewPatientItem } from '#domain/eligibility/new-patient-item.ts'
import { isPartialDate } from '#domain/identity/partial-date.ts'
import { parseDateInput } from '../../format/date-input.ts'

/** A fault of what was typed, by the name of its field; a fault without a field stands for the whole form. */
export type EntryFault = { readonly field: string | null; readonly message: string }

export type EntryReading =
  | { readonly kind: 'ok'; readonly item: NewPatientItem }
  | { readonly kind: 'faulty'; readonly faults: readonly EntryFault[] }

/** What was typed into a form as the item to be recorded. Whether the value makes sense, the server says. */
export function readEntry(form: EntryForm, text: (name: string) => string): EntryReading {
  const readings = form.fields.map((field) => ({ field, reading: readField(field, text(field.name).trim()) }))
  const source = text('source').trim()
  const faults: readonly EntryFault[] = [
    ...readings.flatMap(({ field, reading }) =>
      'fault' in reading ? [{ field: field.name, message: reading.fault }] : [],
    ),
    ...(source === '' ? [{ field: 'source', message: 'Say where the value comes from' }] : []),
  ]
  if (faults.length > 0) return { kind: 'faulty', faults }
  const values: EntryValues = Object.fromEntries(
    readings.flatMap(({ field, reading }) =>
      'value' in reading && reading.value !== null ? [[field.name, reading.value]] : [],
    ),
  )
  return { kind: 'ok', item: itemOfEntry(form, values, source) }
}

type FieldReading = { readonly value: string | number | boolean | null } | { readonly fault: string }

function readField({ label, isRequired, control }: EntryField, typed: string): FieldReading {
  if (typed === '') return isRequired ? { fault: emptyFault(label, control.kind) } : { value: null }
  switch (control.kind) {
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(typed)
        ? { value: Number(typed) }
        : { fault: `"${typed}" is not a number: write figures only, such as 2.1` }
    case 'choice': {
      const choice = control.choices.find(({ value }) => String(value) === typed)
      return choice === undefined ? { fault: `Choose one of the answers to "${label}"` } : { value: choice.value }
    }
    case 'date': {
      const date = parseDateInput(typed) ?? (control.precision === 'partial' && isPartialDate(typed) ? typed : null)
      return date === null ? { fault: `"${typed}" is not a date: write day, month and year` } : { value: date }
    }
    case 'text':
      return { value: typed }
  }
}

function emptyFault(label: string, kind: EntryField['control']['kind']): string {
  if (kind === 'choice') return `Choose: ${inside(label)}`
  return `Enter the ${inside(label)}`
}

/** A name inside a sentence; an abbreviation keeps its capitals. */
function inside(label: string): string {
  return /^[A-Z](?=[a-z ])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
