import fc from 'fast-check'
import { everyHostileText, unstorableTexts } from './hostile-text.ts'

/** Values that hardly any place takes, of every type that JSON has. */
const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e21,
  -1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'a'.repeat(10_000),
  [],
  [[]],
  {},
  { toString: 1 },
  [null],
  ['a', 'a'],
  { constructor: { prototype: { isAdministrator: true } } },
  '2026-02-30',
  '0000-00-00',
  '+275760-09-14',
  '2026-06-15T08:00:00Z',
  ...everyHostileText,
]

const oddNames = [
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  '0',
  '',
  ' ',
  '$where',
  'role',
  'organisationId',
  'isAdministrator',
  'a'.repeat(5000),
]

/** How a request is made wrong in one place: the place as a number that is taken round the places there are. */
export interface Spoiling {
  readonly how: 'replace' | 'remove' | 'add' | 'wrap' | 'repeat'
  readonly place: number
  readonly value: unknown
  readonly name: string
}

export const spoilings: fc.Arbitrary<Spoiling> = fc.record({
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'add', 'wrap', 'repeat'),
  place: fc.nat(1000),
  // Often enough that some of it lands where text is stored.
  value: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(...strange) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...unstorableTexts) },
  ),
  name: fc.constantFrom(...oddNames),
})

/** A copy that differs in one place. What fits nowhere stays as it is. */
export function spoil(value: unknown, spoiling: Spoiling): unknown {
  const places = placesIn(value)
  const [at] = places.slice(spoiling.place % places.length)
  return changedAt(value, at ?? [], spoiling)
}

type Place = readonly (string | number)[]

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inside = Array.isArray(value)
    ? value.map((part, index) => [index, part] as const)
    : Object.entries(value).map(([name, part]) => [name, part] as const)
  return [at, ...inside.flatMap(([name, part]) => placesIn(part, [...at, name]))]
}

function changedAt(value: unknown, [name, ...rest]: Place, spoiling: Spoiling): unknown {
  if (name === undefined) return spoilt(value, spoiling)
  if (Array.isArray(value)) {
    return value.map((part, index) => (index === name ? changedAt(part, rest, spoiling) : part))
  }
  const entries = Object.entries(value as object)
  if (rest.length === 0 && spoiling.how === 'remove') return Object.fromEntries(entries.filter(([key]) => key !== name))
  return Object.fromEntries(entries.map(([key, part]) => [key, key === name ? changedAt(part, rest, spoiling) : part]))
}

function spoilt(value: unknown, { how, value: other, name }: Spoiling): unknown {
  switch (how) {
    case 'wrap':
      return [value]
    case 'repeat':
      return Array.isArray(value) ? Array.from({ length: 600 }, () => value[0] ?? other) : [value, value]
    case 'add':
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, [name]: other } : other
    default:
      return other
  }
}
