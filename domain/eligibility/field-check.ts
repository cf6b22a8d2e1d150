import type { JsonSchema } from './json-schema.ts'
import { proteinChangePattern } from './protein-change.ts'

/** What a field must hold: a value, a rule, rules, or objects with fields of their own. `wanted` completes "Give x as". */
export type FieldCheck =
  | ValueCheck
  | { readonly kind: 'part'; readonly wanted: string }
  | { readonly kind: 'parts'; readonly wanted: string }
  | { readonly kind: 'objects'; readonly shape: NodeShape; readonly wanted: string }

/** `schema` says the same as `accepts`, as far as JSON Schema can. */
export interface ValueCheck {
  readonly kind: 'value'
  readonly accepts: (value: unknown) => boolean
  readonly wanted: string
  readonly schema: JsonSchema
}

/** The fields of one kind of node. */
export interface NodeShape {
  readonly required: Readonly<Record<string, FieldCheck>>
  readonly optional?: Readonly<Record<string, FieldCheck>>
  /** At least one of these optional fields must be there. */
  readonly oneOf?: readonly string[]
  /** Fields that mean nothing without others: `{ doseCmp: ['doseMgPredEqMin'] }`. */
  readonly needs?: Readonly<Record<string, readonly string[]>>
  /** Pairs of limits, the lower first. Which is greater is beyond JSON Schema. */
  readonly ordered?: readonly (readonly [string, string])[]
  readonly joint?: readonly JointCheck[]
}

/** The same for every node, or with the values of the one that is wrong. */
type Words = string | ((node: Readonly<Record<string, unknown>>) => string)

/** What two fields must be together. */
export interface JointCheck {
  /** The field that the fault is shown at. */
  readonly at: string
  readonly accepts: (node: Readonly<Record<string, unknown>>) => boolean
  readonly problem: Words
  readonly remedy: Words
  /** The same as a schema of the node. Where JSON Schema cannot say it, its description in words, or `null`. */
  readonly schema: JsonSchema | null
}

export const isText: ValueCheck = value(
  (input) => typeof input === 'string' && input.trim() !== '',
  'text that is not empty',
  { type: 'string', pattern: '\\S' },
)
export const isNumber: ValueCheck = value((input) => typeof input === 'number' && Number.isFinite(input), 'a number', {
  type: 'number',
})
export const isPositive: ValueCheck = value(
  (input) => isNumber.accepts(input) && Number(input) > 0,
  'a number above 0',
  { type: 'number', exclusiveMinimum: 0 },
)
export const isYesNo: ValueCheck = value((input) => typeof input === 'boolean', 'true or false', { type: 'boolean' })
export const isDays: ValueCheck = wholeNumberFrom(0, 'whole days from 0')
export const isWholeNumber: ValueCheck = wholeNumberFrom(0, 'a whole number from 0')
/** None at all would be met by everybody. */
export const isCount: ValueCheck = wholeNumberFrom(1, 'a whole number from 1')
export const isComparison: ValueCheck = isOneOfWords('<', '<=', '=', '>=', '>')
export const isNumberOrText: ValueCheck = value(
  (input) => isNumber.accepts(input) || isText.accepts(input),
  'a number or text',
  { anyOf: [isNumber.schema, isText.schema] },
)

/** Both ends inside. */
export function isNumberWithin(from: number, to: number): ValueCheck {
  return value(
    (input) => isNumber.accepts(input) && Number(input) >= from && Number(input) <= to,
    `a number from ${from} to ${to}`,
    { type: 'number', minimum: from, maximum: to },
  )
}

/** ICD-O-3 morphology of four digits, with or without behaviour: "8500/3". */
export const isMorphologyCode: ValueCheck = value(
  (input) => typeof input === 'string' && /^[89]\d{3}(?:\/[0-9])?$/u.test(input),
  'an ICD-O-3 morphology such as "8500/3"',
  { type: 'string', pattern: '^[89][0-9]{3}(/[0-9])?$' },
)
/** Four digits to four digits. */
export const isMorphologyRange: ValueCheck = value(
  (input) =>
    Array.isArray(input) &&
    input.length === 2 &&
    input.every((end) => typeof end === 'string' && /^[89]\d{3}$/u.test(end)),
  'two ICD-O-3 cell types, the lower first, such as ["8051", "8086"]',
  { type: 'array', items: { type: 'string', pattern: '^[89][0-9]{3}$' }, minItems: 2, maxItems: 2 },
)

/** ICD-O-3 topography, of a whole organ too: "C22.0", "C71". */
export const isTopographyCode: ValueCheck = textLike(
  '^C(?:[0-7][0-9]|80)(?:\\.?[0-9])?$',
  'ICD-O-3 topography from C00 to C80, such as "C22.0" or "C71"',
)
/** Two fields or more, or the first field alone: "02:01", "02". */
export const isHlaAllele: ValueCheck = textLike(
  '^[0-9]{2,3}(?::[0-9]{2,3}){0,3}$',
  'the fields of the allele without its gene, such as "02:01" or "02"',
)
export const isProteinChange: ValueCheck = textLike(
  proteinChangePattern,
  'a protein change such as "p.Val600Glu", "V600E" or, for any change at that place, "p.Val600*"',
)

/** One of a closed list, letter by letter: another spelling is another word, so that a schema can say the same. */
export function isOneOfWords(...words: readonly (string | number)[]): ValueCheck {
  const wanted = `one of ${words.join(', ')}`
  return value((input) => words.some((word) => word === input), wanted, { enum: words })
}

/** A list with at least one entry: an empty list would ask for nothing and always fail. */
export function isListOf(check: ValueCheck): ValueCheck {
  return value(
    (input) => Array.isArray(input) && input.length > 0 && input.every(check.accepts),
    `a list of ${check.wanted}`,
    { type: 'array', items: check.schema, minItems: 1 },
  )
}

/** Exactly two entries, such as the ends of a range or the partners of a fusion. */
export function isPairOf(check: ValueCheck): ValueCheck {
  return value(
    (input) => Array.isArray(input) && input.length === 2 && input.every(check.accepts),
    `two entries of ${check.wanted}`,
    { type: 'array', items: check.schema, minItems: 2, maxItems: 2 },
  )
}

/** Both ends inside. */
export function isWholeNumberWithin(from: number, to: number): ValueCheck {
  return wholeNumberFrom(from, `a whole number from ${from} to ${to}`, to)
}

function textLike(pattern: string, wanted: string): ValueCheck {
  const whole = new RegExp(pattern, 'u')
  return value((input) => typeof input === 'string' && whole.test(input), wanted, { type: 'string', pattern })
}

function wholeNumberFrom(least: number, wanted: string, most = Number.MAX_SAFE_INTEGER): ValueCheck {
  return value((input) => Number.isSafeInteger(input) && Number(input) >= least && Number(input) <= most, wanted, {
    type: 'integer',
    minimum: least,
    maximum: most,
  })
}

function value(accepts: (input: unknown) => boolean, wanted: string, schema: JsonSchema): ValueCheck {
  return { kind: 'value', accepts, wanted, schema }
}
