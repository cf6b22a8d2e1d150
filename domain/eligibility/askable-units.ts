import { type AskableLimit, askableLimits } from './askable-limits.ts'
import { described } from './check-fields.ts'
import { factNameInside } from './fact-name.ts'
import type { JointCheck } from './field-check.ts'
import { findingShape, recordableCodes } from './finding-shape.ts'
import type { JsonSchema } from './json-schema.ts'
import type { ObservationKind } from './patient-record.ts'
import { unitWords } from './plausible-value.ts'

/**
 * What the fields `unit` and `value` of a rule can be, where the field `by` names what is measured. In a unit that no
 * recorded value can be converted to nobody could ever answer, and a limit that no patient has is passed by all or by
 * none: haemoglobin of at least 9 g/L, where 90 was meant, stops nobody.
 */
export function unitsByCode(kind: ObservationKind, by: string): readonly JointCheck[] {
  const byCode = new Map(recordableCodes(kind).map((code) => [code, limitsOf(kind, code)]))
  const codeIn = (node: Readonly<Record<string, unknown>>) => (typeof node[by] === 'string' ? node[by] : '')
  const limitsIn = (node: Readonly<Record<string, unknown>>) => byCode.get(codeIn(node)) ?? []
  const rangeIn = (node: Readonly<Record<string, unknown>>) =>
    limitsIn(node).find(({ unit }) => unit === node.unit)?.range
  return [
    {
      at: 'unit',
      accepts: (node) => typeof node.value !== 'number' || limitsIn(node).length === 0 || rangeIn(node) !== undefined,
      problem: (node) => `unit is ${described(node.unit)}, in which ${factNameInside(codeIn(node))} cannot be given`,
      remedy: (node) =>
        `Give unit as one of ${limitsIn(node)
          .map(({ unit }) => unit)
          .join(', ')}`,
      schema: { allOf: alike(byCode).map(({ codes, limits }) => limitSchema(by, codes, limits)) },
    },
    {
      at: 'value',
      accepts: (node) => {
        const range = rangeIn(node)
        return typeof node.value !== 'number' || range === undefined || isWithin(node.value, range)
      },
      problem: (node) =>
        `value is ${described(node.value)}, which ${factNameInside(codeIn(node))} in ${unitWords(String(node.unit))} cannot be`,
      remedy: (node) => {
        const range = rangeIn(node)
        return `Give value as a number from ${range?.from} to ${range?.to}, or check the unit`
      },
      // It is told with the units.
      schema: null,
    },
  ]
}

/** None of what is answered with a word: its unit is checked with the word. */
function limitsOf(kind: ObservationKind, code: string): readonly AskableLimit[] {
  const value = findingShape(kind, code)?.value
  return value?.kind === 'measure' ? askableLimits(code, value.measure) : []
}

function isWithin(value: number, { from, to }: AskableLimit['range']): boolean {
  return value >= from && value <= to
}

interface AlikeCodes {
  readonly codes: readonly string[]
  readonly limits: readonly AskableLimit[]
}

/** Codes that are asked for in the same units and with the same limits, such as ALT and AST. */
function alike(byCode: ReadonlyMap<string, readonly AskableLimit[]>): readonly AlikeCodes[] {
  const measured = [...byCode].filter(([, limits]) => limits.length > 0)
  return [...Map.groupBy(measured, ([, limits]) => JSON.stringify(limits)).values()].map((group) => ({
    codes: group.map(([code]) => code),
    limits: group[0]?.[1] ?? [],
  }))
}

/** Units with the same range, such as two spellings of one, are listed together. */
function limitSchema(by: string, codes: readonly string[], limits: readonly AskableLimit[]): JsonSchema {
  const ranges = [...Map.groupBy(limits, ({ range }) => `${range.from} ${range.to}`).values()]
  return {
    if: {
      type: 'object',
      properties: { [by]: { enum: codes }, value: { type: 'number' } },
      required: [by, 'value'],
    },
    then: {
      anyOf: ranges.map((group) => ({
        type: 'object',
        properties: {
          unit: { enum: group.map(({ unit }) => unit) },
          value: { type: 'number', minimum: group[0]?.range.from, maximum: group[0]?.range.to },
        },
      })),
    },
  }
}
