import type { Expr } from '#domain/eligibility/criterion.ts'

/**
 * The rule of a registry age limit such as "18 Years", "6 Months", "4 Weeks" or "1 Day". A maximum includes the whole
 * of its last unit: "75 Years" takes a patient until the day before the 76th birthday.
 *
 * The criteria language counts ages in completed years and months. A limit in weeks or days is therefore decided where
 * months decide it for certain, and left to a clinician close to it; a month is never shorter than 28 days.
 * `null`: the text is no age that can be read, and so stays undecided.
 */
export function parseAgeLimit(bound: 'minimum' | 'maximum', text: string): Expr | null {
  const [, digits, unit] = /^(\d{1,4}) (Year|Month|Week|Day|Hour|Minute)s?$/u.exec(text.trim()) ?? []
  if (digits === undefined) return null
  const count = Number(digits)
  if (unit === 'Year') return inUnit(bound, 'years', count)
  if (unit === 'Month') return inUnit(bound, 'months', count)
  if (unit === 'Week') return inDays(bound, count * 7, bound === 'minimum' ? count * 7 : count * 7 + 6, text)
  if (unit === 'Day') return inDays(bound, count, count, text)
  return null
}

function inUnit(bound: 'minimum' | 'maximum', unit: 'years' | 'months', count: number): Expr {
  return bound === 'minimum' ? { op: 'age', unit, min: count } : { op: 'age', unit, max: count }
}

function inDays(bound: 'minimum' | 'maximum', days: number, lastDay: number, text: string): Expr {
  const near: Expr = { op: 'attest', by: 'clinician', text: `Age is within the limit: ${bound} ${text}` }
  if (bound === 'minimum') return { op: 'any', of: [{ op: 'age', unit: 'months', min: monthsAtLeast(days) }, near] }
  return { op: 'all', of: [{ op: 'age', unit: 'months', max: monthsAtLeast(lastDay + 1) - 1 }, near] }
}

/** The fewest months that are never shorter than so many days. */
function monthsAtLeast(days: number): number {
  return Math.ceil(days / 28)
}
