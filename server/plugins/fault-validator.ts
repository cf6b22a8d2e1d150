import type { Ajv2020 as Ajv, ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'

/** More values than any form sends. Looking for every fault of a larger request would let one sender keep all waiting. */
const mostValuesSearched = 2_000

/** Two validators of one kind: one stops at the first fault, the other finds them all. */
export interface Validators {
  readonly first: Ajv
  readonly all: Ajv
}

/** Finds nothing wrong as fast as can be, and what is wrong completely, in the order in which the schema names its parts. */
export function faultValidator({ first, all }: Validators, schema: object) {
  const firstFault = first.compile(schema)
  let allFaults: ValidateFunction | null = null
  return (value: unknown): true | { error: ErrorObject[] } => {
    if (firstFault(value)) return true
    const found = firstFault.errors ?? []
    if (!isSmall(value)) return { error: found }
    allFaults ??= all.compile(schema)
    allFaults(value)
    return { error: inOrderOf(schema, allFaults.errors ?? found) }
  }
}

/** Does not recurse, so that no depth of nesting can harm it. */
function isSmall(value: unknown): boolean {
  const open = [value]
  for (let seen = 0; open.length > 0; seen += 1) {
    if (seen + open.length > mostValuesSearched) return false
    const next = open.pop()
    if (typeof next === 'object' && next !== null) for (const part of Object.values(next)) open.push(part)
  }
  return true
}

function inOrderOf(schema: object, errors: readonly ErrorObject[]): ErrorObject[] {
  const placed = errors.map((error) => ({ error, place: placeIn(schema, namesOf(error)) }))
  return placed.toSorted((a, b) => comparePlaces(a.place, b.place)).map(({ error }) => error)
}

/** The names on the way to the part that an error is about; a missing or unknown field is a part too. */
export function namesOf({ instancePath, params }: Pick<ErrorObject, 'instancePath' | 'params'>): readonly string[] {
  const added: unknown = params.missingProperty ?? params.additionalProperty ?? params.unevaluatedProperty ?? params.tag
  const names = instancePath.split('/').slice(1)
  return typeof added === 'string' ? [...names, added] : names
}

interface PartOfSchema {
  readonly properties?: Readonly<Record<string, PartOfSchema>>
  readonly items?: PartOfSchema
}

/** Where a part stands, level by level; what the schema does not name comes last. */
function placeIn(schema: PartOfSchema, names: readonly string[]): readonly number[] {
  let part: PartOfSchema | undefined = schema
  return names.map((name) => {
    const { properties, items }: PartOfSchema = part ?? {}
    part = items ?? properties?.[name]
    if (items) return Number(name)
    const index = Object.keys(properties ?? {}).indexOf(name)
    return index === -1 ? Number.MAX_SAFE_INTEGER : index
  })
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (const [level, index] of a.entries()) {
    const other = b[level]
    if (other === undefined) return 1
    if (index !== other) return index - other
  }
  return a.length - b.length
}
