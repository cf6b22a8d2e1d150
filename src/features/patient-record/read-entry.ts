import { askedFields, type EntryField, type EntryForm, type EntryValue } from '#domain/eligibility/entry-form.ts'
import { itemOfEntry } from '#domain/eligibility/item-of-entry.ts'
import type { EnteredItem } from '#domain/eligibility/new-patient-item.ts'
import { isPartialDate } from '#domain/identity/partial-date.ts'
import { parseDateInput } from '../../format/date-input.ts'

/** A fault of what was typed, by the name of its field; a fault without a field stands for the whole form. */
export type EntryFault = { readonly field: string | null; readonly message: string }

export type EntryReading =
  | { readonly kind: 'ok'; readonly item: EnteredItem }
  | { readonly kind: 'faulty'; readonly faults: readonly EntryFault[] }

/** What was typed into a form as the item to be recorded. Whether the value makes sense, the server says. */
export function readEntry(form: EntryForm, typed: FormData): EntryReading {
  const texts = (name: string) => typed.getAll(name).map((text) => String(text).trim())
  const fields = askedFields(form.fields, (name) => answerTo(form.fields, name, texts(name)[0] ?? ''))
  const readings = fields.map((field) => ({ field, reading: readField(field, texts(field.name)) }))
  const source = texts('source')[0] ?? ''
  const faults: readonly EntryFault[] = [
    ...readings.flatMap(({ field, reading }) =>
      'fault' in reading ? [{ field: field.name, message: reading.fault }] : [],
    ),
    ...(source === '' ? [{ field: 'source', message: 'Say where the value comes from' }] : []),
  ]
  if (faults.length > 0) return { kind: 'faulty', faults }
  const values = Object.fromEntries(
    readings.flatMap(({ field, reading }) =>
      'value' in reading && reading.value !== null ? [[field.name, reading.value] as const] : [],
    ),
  )
  return { kind: 'ok', item: itemOfEntry(form, values, source) }
}

/** The choice that the text stands for; null for none. */
export function answerTo(fields: readonly EntryField[], name: string, text: string): EntryValue | null {
  const control = fields.find((field) => field.name === name)?.control
  const choices = control?.kind === 'choice' ? control.choices : []
  return choices.find(({ value }) => String(value) === text)?.value ?? null
}

type FieldReading = { readonly value: EntryValue | null } | { readonly fault: string }

function readField({ label, isRequired, control }: EntryField, texts: readonly string[]): FieldReading {
  const [typed = ''] = texts
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
    case 'choices':
      return { value: texts.filter((text) => control.choices.some(({ value }) => value === text)) }
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
