import { addDays, ageInMonths, ageInYears, daysBetween } from '../../../domain/identity/calendar-date.ts'
import type { PlainRecord } from '../../parity-cql/plain-record.ts'

export type FlatFacts = Readonly<Record<string, string | number | boolean | readonly string[]>>

/**
 * A plain record as facts for an engine that compares numbers, words and lists: the path is the name, a day is the days
 * since then, a day of birth is the ages that follow from it. What is not known is not there.
 */
export function flatFacts({ patientId: _, bornOn, ...record }: PlainRecord, asOf: string): FlatFacts {
  return { ...(bornOn === null ? {} : agesOf(bornOn, asOf)), ...Object.fromEntries(flattened('', record, asOf)) }
}

function agesOf(bornOn: string, asOf: string): FlatFacts {
  const yesterday = addDays(asOf, -1)
  return {
    'age.years': ageInYears(bornOn, asOf),
    'age.months': ageInMonths(bornOn, asOf),
    'ageYesterday.years': ageInYears(bornOn, yesterday),
    'ageYesterday.months': ageInMonths(bornOn, yesterday),
  }
}

function flattened(path: string, value: unknown, asOf: string): readonly (readonly [string, FlatFacts[string]])[] {
  if (value === null || value === undefined) return []
  if (typeof value === 'string' && path.endsWith('.on'))
    return [[`${path.slice(0, -3)}.daysAgo`, daysBetween(value, asOf)]]
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [[path, value]]
  if (Array.isArray(value)) return [[path, value.map(String)]]
  return Object.entries(value).flatMap(([name, part]) => flattened(path === '' ? name : `${path}.${name}`, part, asOf))
}
