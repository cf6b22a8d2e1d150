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
  /** The document that such a value usually comes from. */
  readonly usualSource: string
}

/** What the person does not choose. */
export type EntryTarget =
  | {
      readonly kind: 'observation'
      readonly observationKind: ObservationKind
      readonly code: string
      readonly unit: string | null
      /** The row that the value completes. */
      readonly replaces: string | null
    }
  | {
      readonly kind: 'biomarker'
      readonly type: Biomarker['type']
      readonly genes: readonly string[]
      readonly marker: string | null
      readonly allele: string | null
    }
  | { readonly kind: 'assertion'; readonly category: Assertion['category'] }
  | { readonly kind: 'treatment'; readonly replaces: string }
  | { readonly kind: 'diagnosis'; readonly replaces: string | null }

export interface EntryField {
  /** Place in the item, with dots: "value", "detail.isTreated". */
  readonly name: string
  readonly label: string
  readonly hint: string | null
  readonly isRequired: boolean
  readonly control: EntryControl
}

/** A choice of a single one is not asked: it is given. */
export type EntryControl =
  | { readonly kind: 'number' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[]; readonly initial: Choice | null }
  | { readonly kind: 'date'; readonly precision: 'day' | 'partial' }
  | { readonly kind: 'text'; readonly initial: string }

/** The values given, by the name of their field; a field that is left empty is not there. */
export type EntryValues = Readonly<Record<string, string | number | boolean>>

export function dateEntry(name: string, label: string, precision: 'day' | 'partial' = 'day'): EntryField {
  return { name, label, hint: null, isRequired: true, control: { kind: 'date', precision } }
}

export function choiceEntry(
  name: string,
  label: string,
  choices: readonly Choice[],
  parts: Partial<Pick<EntryField, 'hint' | 'isRequired'>> & { readonly initial?: Choice } = {},
): EntryField {
  const { hint = null, isRequired = true, initial = null } = parts
  return { name, label, hint, isRequired, control: { kind: 'choice', choices, initial } }
}
