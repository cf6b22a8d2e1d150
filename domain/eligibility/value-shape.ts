import { recordedWordInside, sentenceCase } from './fact-name.ts'

/** What may be recorded as one value, so that a form can ask for it and the record can refuse anything else. */
export type ValueShape =
  | { readonly kind: 'measure'; readonly measure: Measure }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'date' }

/** A measurement with a unit. */
export interface Measure {
  /** UCUM, the one that British laboratories print first. */
  readonly units: readonly [string, ...string[]]
  /** A value outside is a slip of the keyboard or of the unit, not a patient. In the first unit; both ends inside. */
  readonly min: number
  readonly max: number
  /** `null` where reports print no reference range: a weight, a diameter. */
  readonly usualRange: UsualRange | null
  /** The end of the reference range that protocols compare with, to be copied from the same report. */
  readonly limit: 'upperLimit' | 'lowerLimit' | null
}

/** What laboratories print as the reference range of an adult, in the first unit of the measurement. */
export interface UsualRange {
  /** 0 where only high values are abnormal: some reports then print 0, some another figure, some nothing. */
  readonly lower: number
  readonly upper: number
  /** A limit on a report lies between the usual one divided by this and the usual one times this. Above 1. */
  readonly factor: number
}

/** A coded value, and the words that a person chooses it by. */
export interface Choice {
  readonly value: string | number | boolean
  readonly label: string
}

export const yesOrNoChoices: readonly Choice[] = [
  { value: true, label: 'Yes' },
  { value: false, label: 'No' },
]

export const yesNoShape: ValueShape = { kind: 'choice', choices: yesOrNoChoices }

/** Choices whose words are those of their codes: "locally-advanced" is "Locally advanced". */
export function wordShape(...words: readonly string[]): ValueShape {
  return { kind: 'choice', choices: wordChoices(...words) }
}

export function wordChoices(...words: readonly string[]): readonly Choice[] {
  return words.map((word) => ({ value: word, label: sentenceCase(recordedWordInside(word)) }))
}

/** Choices that are shown as reports print them: stages, grades. */
export function plainShape(...values: readonly (string | number)[]): ValueShape {
  return { kind: 'choice', choices: plainChoices(...values) }
}

export function plainChoices(...values: readonly (string | number)[]): readonly Choice[] {
  return values.map((value) => ({ value, label: recordedWordInside(String(value)) }))
}
