/** What a field must hold: a value, a rule, rules, or objects with fields of their own. `wanted` completes "Give x as". */
export type FieldCheck =
  | { readonly kind: 'value'; readonly accepts: (value: unknown) => boolean; readonly wanted: string }
  | { readonly kind: 'part'; readonly wanted: string }
  | { readonly kind: 'parts'; readonly wanted: string }
  | { readonly kind: 'objects'; readonly shape: NodeShape; readonly wanted: string }

/** The fields of one kind of node. `oneOf`: at least one of these optional fields must be there. */
export interface NodeShape {
  readonly required: Readonly<Record<string, FieldCheck>>
  readonly optional?: Readonly<Record<string, FieldCheck>>
  readonly oneOf?: readonly string[]
}

export type ValueCheck = Extract<FieldCheck, { kind: 'value' }>

export const isText: ValueCheck = value((input) => typeof input === 'string' && input !== '', 'text that is not empty')
export const isNumber: ValueCheck = value((input) => typeof input === 'number' && Number.isFinite(input), 'a number')
export const isYesNo: ValueCheck = value((input) => typeof input === 'boolean', 'true or false')
export const isDays: ValueCheck = value((input) => Number.isInteger(input) && Number(input) >= 0, 'whole days from 0')
export const isWholeNumber: ValueCheck = value(
  (input) => Number.isInteger(input) && Number(input) >= 0,
  'a whole number from 0',
)
export const isComparison: ValueCheck = isOneOfWords('<', '<=', '=', '>=', '>')
export const isNumberOrText: ValueCheck = value(
  (input) => isNumber.accepts(input) || isText.accepts(input),
  'a number or text',
)

/** ICD-O-3 morphology of four digits, with or without behaviour: "8500/3". */
export const isMorphologyCode: ValueCheck = value(
  (input) => typeof input === 'string' && /^[89]\d{3}(?:\/[0-9])?$/u.test(input),
  'an ICD-O-3 morphology such as "8500/3"',
)
/** Four digits to four digits, the lower first. */
export const isMorphologyRange: ValueCheck = value(
  (input) =>
    Array.isArray(input) &&
    input.length === 2 &&
    input.every((end) => typeof end === 'string' && /^[89]\d{3}$/u.test(end)) &&
    input[0] <= input[1],
  'two ICD-O-3 cell types, the lower first, such as ["8051", "8086"]',
)

export function isOneOfWords(...words: readonly string[]): ValueCheck {
  return value((input) => typeof input === 'string' && words.includes(input), `one of ${words.join(', ')}`)
}

/** A list with at least one entry: an empty list would ask for nothing and always fail. */
export function isListOf(check: ValueCheck): ValueCheck {
  return value(
    (input) => Array.isArray(input) && input.length > 0 && input.every(check.accepts),
    `a list of ${check.wanted}`,
  )
}

/** Exactly two entries, such as the ends of a range or the partners of a fusion. */
export function isPairOf(check: ValueCheck): ValueCheck {
  return value(
    (input) => Array.isArray(input) && input.length === 2 && input.every(check.accepts),
    `two entries of ${check.wanted}`,
  )
}

function value(accepts: (input: unknown) => boolean, wanted: string): ValueCheck {
  return { kind: 'value', accepts, wanted }
}
