import type { Assertion, Biomarker, ObservationKind } from './patient-record.ts'
import type { Choice } from './value-shape.ts'

/** How an item is filled: by a form for one value, or somewhere else, in words. */
export type Entry =
  | { readonly kind: 'form'; readonly form: EntryForm }
  | { readonly kind: 'elsewhere'; readonly where: string }

/** The fields of one value, in the order in which they are asked, and what the value is recorded as. */
export interface EntryForm {
  readonly target: EntryTarget
  readonly fields: readonly EntryField[]
  /** The document that such a value usually comes from; of a correction, the one it came from. */
  readonly usualSource: string
  /** What to know before it is filled in. */
  readonly note?: string
}

/** What the person does not choose; `replaces` is the row that the value corrects or completes. */
export type EntryTarget =
  | {
      readonly kind: 'observation'
      readonly observationKind: ObservationKind
      readonly code: string
      readonly unit: string | null
      readonly replaces: string | null
    }
  | {
      readonly kind: 'biomarker'
      readonly type: Biomarker['type']
      readonly genes: readonly string[]
      readonly marker: string | null
      readonly allele: string | null
      readonly replaces: string | null
    }
  | { readonly kind: 'assertion'; readonly category: Assertion['category']; readonly replaces: string | null }
  | { readonly kind: 'treatment'; readonly replaces: string | null }
  | {
      readonly kind: 'diagnosis'
      readonly replaces: string | null
      /** Fields that say nothing when they are left empty: what they ask for stays as it is. */
      readonly kept: readonly string[]
    }

export interface EntryField {
  /** Place in the item, with dots: "value", "detail.isTreated". */
  readonly name: string
  readonly label: string
  readonly hint: string | null
  readonly isRequired: boolean
  readonly control: EntryControl
  /** What has to be answered before it is asked, all of it; without, it is always asked. */
  readonly when?: readonly EntryCondition[]
}

export interface EntryCondition {
  readonly name: string
  readonly among: readonly Choice['value'][]
}

/** A choice of a single one is not asked: it is given. `initial` stands in the field when the form opens. */
export type EntryControl =
  | { readonly kind: 'number'; readonly initial: number | null }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly initial: Choice | null }
  /** Any number of them. */
  | { readonly kind: 'choices'; readonly choices: readonly Choice[]; readonly initial: readonly string[] }
  | { readonly kind: 'date'; readonly precision: 'day' | 'partial'; readonly initial: string | null }
  | { readonly kind: 'text'; readonly initial: string }

/** The values given, by the name of their field; a field that is left empty is not there. */
export type EntryValues = Readonly<Record<string, EntryValue>>

export type EntryValue = string | number | boolean | readonly string[]

export function dateEntry(name: string, label: string, precision: 'day' | 'partial' = 'day'): EntryField {
  return { name, label, hint: null, isRequired: true, control: { kind: 'date', precision, initial: null } }
}

export function numberEntry(name: string, label: string, parts: FieldParts = {}): EntryField {
  const { hint = null, isRequired = true } = parts
  return { name, label, hint, isRequired, control: { kind: 'number', initial: null } }
}

export function textEntry(
  name: string,
  label: string,
  parts: FieldParts & { readonly initial?: string } = {},
): EntryField {
  const { hint = null, isRequired = true, initial = '' } = parts
  return { name, label, hint, isRequired, control: { kind: 'text', initial } }
}

export function choiceEntry(
  name: string,
  label: string,
  choices: readonly Choice[],
  parts: FieldParts & { readonly initial?: Choice } = {},
): EntryField {
  const { hint = null, isRequired = true, initial = null } = parts
  return { name, label, hint, isRequired, control: { kind: 'choice', choices, initial } }
}

type FieldParts = Partial<Pick<EntryField, 'hint' | 'isRequired'>>

/** The fields that are asked, given what has been answered so far. */
export function askedFields(
  fields: readonly EntryField[],
  answerTo: (name: string) => EntryValue | null,
): readonly EntryField[] {
  return fields.filter(({ when = [] }) =>
    when.every(({ name, among }) => among.some((value) => value === answerTo(name))),
  )
}

/** The fields with what is recorded in them. A recorded word that is none of the choices has to be chosen anew. */
export function filledFields(
  fields: readonly EntryField[],
  recorded: Readonly<Record<string, EntryValue | null | undefined>>,
): readonly EntryField[] {
  return fields.map((field) => ({ ...field, control: filled(field.control, recorded[field.name] ?? null) }))
}

function filled(control: EntryControl, value: EntryValue | null): EntryControl {
  switch (control.kind) {
    case 'number':
      return { ...control, initial: typeof value === 'number' ? value : null }
    case 'choice':
      return { ...control, initial: control.choices.find((choice) => choice.value === value) ?? null }
    case 'choices':
      return { ...control, initial: typeof value === 'object' && value !== null ? value : [] }
    case 'date':
      return { ...control, initial: typeof value === 'string' ? value : null }
    case 'text':
      return { ...control, initial: typeof value === 'string' ? value : '' }
  }
}
