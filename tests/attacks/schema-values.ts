import fc from 'fast-check'
import { resolved, type Schema } from './contract-operations.ts'
import { everyHostileText } from './hostile-text.ts'

/** Values that exist, by the name of the field or parameter that holds such a value. */
export type KnownValues = ReadonlyMap<string, readonly unknown[]>

/** "inside" takes any value that the schema allows; "boundary" the least, the most, and what is oddest. */
export type Reach = 'inside' | 'boundary'

export interface Making {
  readonly reach: Reach
  readonly known: KnownValues
}

const deepest = 7
const longestMade = 5_000

/** Values that fit a schema of the contract, as far as one field alone can tell. */
export function valuesOf(schema: Schema | true, name: string, making: Making, depth = 0): fc.Arbitrary<unknown> {
  if (schema === true) return fc.constantFrom<unknown>('a', 1, true, 'yes', 0)
  const made = madeFrom(resolved(schema), name, making, depth)
  const known = making.known.get(name)
  if (known === undefined || known.length === 0) return made
  return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: made })
}

function madeFrom(schema: Schema, name: string, making: Making, depth: number): fc.Arbitrary<unknown> {
  const choices = schema.oneOf ?? schema.anyOf
  if (choices) return fc.oneof(...choices.map((choice) => valuesOf(choice, '', making, depth + 1)))
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const types = [schema.type ?? 'object'].flat()
  return fc.oneof(...types.map((type) => ofType(type, schema, name, making, depth)))
}

function ofType(type: string, schema: Schema, name: string, making: Making, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
    case 'number':
      return numbers(type, schema, making.reach)
    case 'string':
      return texts(schema, making.reach)
    case 'array':
      return lists(schema, name, making, depth)
    case 'object':
      return objects(schema, name, making, depth)
    default:
      throw new Error(`No values are made of the type "${type}".`)
  }
}

function numbers(type: string, schema: Schema, reach: Reach): fc.Arbitrary<number> {
  const isWhole = type === 'integer'
  const smallest = isWhole ? 1 : 1e-9
  const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1e9 : schema.exclusiveMinimum + smallest)
  const most = schema.maximum ?? 1e9
  const inside = isWhole
    ? fc.integer({ min: Math.max(least, -(2 ** 31)), max: Math.min(most, 2 ** 31 - 1) })
    : fc.double({ min: least, max: most, noNaN: true, noDefaultInfinity: true })
  if (reach === 'inside') return inside
  const ends = [least, most, 0, -0, 1, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER]
  const oddest = isWhole ? ends : [...ends, 5e-324, Number.MAX_VALUE, 0.1 + 0.2, 1e21]
  return fc.constantFrom(...oddest.filter((number) => number >= least && number <= most))
}

function texts(schema: Schema, reach: Reach): fc.Arbitrary<string> {
  const { pattern, format, minLength: least = 0, maxLength: most = 200 } = schema
  if (format !== undefined) return ofFormat(format, reach)
  const fits = (text: string) => text.length >= least && text.length <= most
  if (pattern !== undefined && pattern !== '\\S') return fc.stringMatching(new RegExp(pattern, 'u')).filter(fits)
  const long = Math.min(most, longestMade)
  const plain = fc.string({ unit: 'grapheme', minLength: least, maxLength: Math.min(most, Math.max(least, 40)) })
  const hostile = fc.constantFrom(...everyHostileText).map((text) => text.padEnd(least, 'a').slice(0, long))
  const ends = fc.constantFrom(
    'a'.repeat(least),
    'é'.repeat(long),
    ' '.repeat(Math.max(1, least)),
    '\u0301'.repeat(long),
  )
  const made = reach === 'inside' ? fc.oneof(plain, hostile) : fc.oneof(ends, hostile)
  return made.filter((text) => text.isWellFormed() && !text.includes('\0') && (pattern !== '\\S' || /\S/.test(text)))
}

function ofFormat(format: string, reach: Reach): fc.Arbitrary<string> {
  switch (format) {
    case 'uuid':
      return reach === 'inside'
        ? fc.uuid()
        : fc.constantFrom('00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff')
    case 'date':
      return reach === 'inside'
        ? fc.date({ min: new Date('1950-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }).map(dayOf)
        : fc.constantFrom('1900-01-01', '2024-02-29', '2026-06-14', '2026-06-15', '2026-06-16', '9999-12-31')
    case 'date-time':
      return fc
        .date({ min: new Date('1950-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
        .map((at) => at.toISOString())
    case 'email':
      return reach === 'inside'
        ? fc.emailAddress()
        : fc.constantFrom('a@b.cd', `${'a'.repeat(64)}@${'b'.repeat(60)}.example`)
    default:
      throw new Error(`No text is made of the format "${format}".`)
  }
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

function lists(schema: Schema, name: string, making: Making, depth: number): fc.Arbitrary<unknown> {
  const item = valuesOf(schema.items ?? {}, name, making, depth + 1)
  const minLength = schema.minItems ?? 0
  const most = schema.maxItems ?? 10
  const maxLength = Math.max(minLength, Math.min(most, depth > 3 ? 2 : 4))
  const short = schema.uniqueItems
    ? fc.uniqueArray(item, { minLength, maxLength, selector: (each) => JSON.stringify(each) })
    : fc.array(item, { minLength, maxLength })
  if (making.reach === 'inside' || depth > 1 || schema.uniqueItems) return short
  const repeated = item.map((each) => Array.from({ length: most }, () => each))
  return fc.oneof(fc.constant([]), short, repeated)
}

function objects(schema: Schema, name: string, making: Making, depth: number): fc.Arbitrary<unknown> {
  const { properties = {}, required = [], additionalProperties: more } = schema
  const isRule = name === 'rule' && schema.properties === undefined
  if (isRule) return valuesOf({ $ref: '#/$defs/rule' }, '', making, depth)
  const made = Object.entries(properties)
    // Beyond the depth nothing optional is made, so that rules inside rules come to an end.
    .filter(([property]) => depth < deepest || required.includes(property))
    .map(([property, part]) => [property, lazily(() => valuesOf(part, property, making, depth + 1))] as const)
  const record = fc.record(Object.fromEntries(made), {
    requiredKeys: made.map(([property]) => property).filter((property) => required.includes(property)),
  })
  if (typeof more !== 'object') return record
  const names = fc.oneof(fc.constantFrom('bound', 'method', 'laterality'), fc.string({ minLength: 1, maxLength: 10 }))
  return fc.dictionary(names, valuesOf(more, '', making, depth + 1), { maxKeys: schema.maxProperties ?? 3 })
}

/** Schemas that name themselves are followed only where a value is made. */
function lazily<Value>(make: () => fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.constant(null).chain(make)
}
