import { type RawBuilder, sql } from 'kysely'
import { dateAtAge } from '#domain/eligibility/date-at-age.ts'
import type { AgeLeaf } from '#domain/eligibility/leaf.ts'
import { addDays, addMonths, type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { firstOf, met, notMet, open, ruleOfAnswer } from './compiled-answer.ts'
import { type CompiledRule, ruleOnColumn } from './compiled-rule.ts'
import { firstDay, screeningColumn } from './screening-column.ts'

/** Age today as limits of the birth date; age at diagnosis by the completed months that are stored. */
export function compileAge(leaf: AgeLeaf, asOf: CalendarDate): CompiledRule {
  return leaf.at === 'diagnosis' ? compileAgeAtDiagnosis(leaf) : compileAgeToday(leaf, asOf)
}

function compileAgeToday({ min, max, unit, ...limits }: AgeLeaf, asOf: CalendarDate): CompiledRule {
  const bornOn = screeningColumn('born_on')
  const reachedBy = limits.minInclusive === false ? addDays(asOf, -1) : asOf
  const oldEnough = min === undefined ? [] : [sql`${bornOn} <= ${latestBirth(min, unit, reachedBy)}::date`]
  const passedAt = max === undefined ? 0 : limits.maxInclusive === false ? max : max + 1
  const youngEnough = max === undefined ? [] : [sql`${bornOn} > ${latestBirth(passedAt, unit, asOf)}::date`]
  const tests = [...oldEnough, ...youngEnough]
  const test = tests.length === 0 ? sql`${bornOn} is not null` : sql.join(tests, sql` and `)
  return ruleOnColumn(bornOn, test, 'birth-date')
}

/** Of a date of diagnosis that is known only in part, both ends must give the same answer. */
function compileAgeAtDiagnosis(leaf: AgeLeaf): CompiledRule {
  const earliest = isOfAge(
    leaf,
    screeningColumn('diagnosis_age_earliest'),
    screeningColumn('diagnosis_age_earliest_passed'),
  )
  const latest = isOfAge(leaf, screeningColumn('diagnosis_age_latest'), screeningColumn('diagnosis_age_latest_passed'))
  return ruleOfAnswer(
    firstOf(
      [
        [sql`${screeningColumn('born_on')} is null`, open('birth-date')],
        [sql`${earliest} and ${latest}`, met],
        [sql`not ${earliest} and not ${latest}`, notMet],
      ],
      open('diagnosis-date'),
    ),
  )
}

function isOfAge(
  { min, max, unit, ...limits }: AgeLeaf,
  months: RawBuilder<unknown>,
  passed: RawBuilder<unknown>,
): RawBuilder<boolean> {
  const each = unit === 'years' ? 12 : 1
  const reached = limits.minInclusive === false ? passed : months
  const below = max === undefined ? 0 : limits.maxInclusive === false ? max : max + 1
  const tests = [
    sql`true`,
    ...(min === undefined ? [] : [sql`${reached} >= ${min * each}::float8`]),
    ...(max === undefined ? [] : [sql`${months} < ${below * each}::float8`]),
  ]
  return sql`(case when ${months} is not null then ${sql.join(tests, sql` and `)} end)`
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
