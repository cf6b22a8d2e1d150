import fc from 'fast-check'
import type { ContractOperation } from './contract-operations.ts'
import { type Parts, partsOf } from './fuzzed-requests.ts'
import type { KnownValues } from './schema-values.ts'

const seed = 4

/** Requests that fit the contract, the same ones every time. */
export function ordinaryRequests(operation: ContractOperation, known: KnownValues, howMany: number): readonly Parts[] {
  return fc.sample(partsOf(operation, known, 'inside'), { numRuns: howMany, seed })
}

export type Place = readonly (string | number)[]

/** Where text stands in a request, the same place in another list item counting once, not deeper than four names. */
export function textPlaces(parts: Parts): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const look = (value: unknown, at: Place): void => {
    if (typeof value === 'string') places.set(at.map((name) => (typeof name === 'number' ? '*' : name)).join('/'), at)
    if (typeof value !== 'object' || value === null || at.length > 4) return
    for (const [name, part] of Object.entries(value)) look(part, [...at, Array.isArray(value) ? Number(name) : name])
  }
  look(parts, [])
  return places
}

/** The request with another value in one place. */
export function withValueAt(parts: Parts, place: Place, value: unknown): Parts {
  const copy = structuredClone(parts)
  const holder = place.slice(0, -1).reduce<unknown>((at, name) => (at as Record<string | number, unknown>)[name], copy)
  Object.assign(holder as object, { [place.at(-1) ?? '']: value })
  return copy
}
