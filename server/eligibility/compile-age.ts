import { sql } from 'kysely'
import { dateAtAge } from '#domain/eligibility/date-at-age.ts'
import type { AgeLeaf } from '#domain/eligibility/leaf.ts'
import { addDays, addMonths, type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { type CompiledRule, ruleOnColumn } from './compiled-rule.ts'
import { firstDay, screeningColumn } from './screening-column.ts'

/** Age today, as limits of the birth date. Age at diagnosis would need a birthday of each patient, so it is not compiled. */
export function compileAge(leaf: AgeLeaf, asOf: CalendarDate): CompiledRule | null {
  const { min, max, unit } = leaf
  if (leaf.at === 'diagnosis' || (min === undefined && max === undefined)) return null
  const bornOn = screeningColumn('born_on')
  const reachedBy = leaf.minInclusive === false ? addDays(asOf, -1) : asOf
  const oldEnough = min === undefined ? [] : [sql`${bornOn} <= ${latestBirth(min, unit, reachedBy)}::date`]
  const passedAt = max === undefined ? 0 : leaf.maxInclusive === false ? max : max + 1
  const youngEnough = max === undefined ? [] : [sql`${bornOn} > ${latestBirth(passedAt, unit, asOf)}::date`]
  return ruleOnColumn(bornOn, sql.join([...oldEnough, ...youngEnough], sql` and `))
}

/** The latest day of birth of those who have completed `count` years or months on the day `by`. */
export function latestBirth(count: number, unit: AgeLeaf['unit'], by: CalendarDate): CalendarDate {
  const months = unit === 'years' ? count * 12 : count
  if (months * 31 > daysBetween(firstDay, by)) return firstDay
  // Where months differ in length, the day sought lies within three days of the one found by counting months back.
  let bornOn = addDays(addMonths(by, -months), 3)
  while (dateAtAge(bornOn, count, unit) > by) bornOn = addDays(bornOn, -1)
  return bornOn
}
