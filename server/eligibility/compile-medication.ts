import { type RawBuilder, sql } from 'kysely'
import type { MedicationLeaf } from '#domain/eligibility/event-leaf.ts'
import { coveringDays } from '#domain/eligibility/freshness.ts'
import { rivalClasses } from '#domain/eligibility/medicine-records.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileComparison } from './compile-comparison.ts'
import { isConfirmed, silence, stillGoesOn } from './compile-silence.ts'
import { type Answer, firstOf, met, notMet, open, ruleOfAnswer } from './compiled-answer.ts'
import type { CompiledRule } from './compiled-rule.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/** Whether a medicine of the name or class is, or may be, taken now or in the window, in the dose that is asked. */
export function compileMedication(leaf: MedicationLeaf, asOf: CalendarDate): CompiledRule {
  const { concept } = leaf
  const isTaken = isTakenRecord(leaf, asOf)
  const dose = doseClaim(leaf, sql.ref('medicine.dose'))
  const isLatest = sql`medicine.age = 0`
  const openItem = open(`medication:${concept}`)
  const firstClass = sql`(array_agg(medicine.class order by medicine.place) filter (where ${isTaken} and ${dose}))[1]`
  const isTakenOn = sql`${isLatest} and ${isPresence(['active'])} and ${isTaken}`
  const total = sql`coalesce(sum(medicine.dose order by medicine.place) filter (where ${isTakenOn}), 0)`
  const windowDays = coveringDays(category, leaf)
  const isNo = sql`medicine.name = ${concept}::text and ${isLatest} and ${isPresence(['absent', 'past'])}`
  const answer = firstOf(
    [
      [anyOf(sql`${isTaken} and ${dose}`), leaf.only === true ? judgeOnly(leaf, firstClass, asOf) : met],
      [anyOf(sql`${isTaken} and ${dose} is null`), open(`medication:${concept}:dose`)],
      ...(leaf.doseMgPredEqMin === undefined
        ? []
        : [[sql`${anyOf(isTakenOn)} and ${doseClaim(leaf, total)}`, met] as const]),
      [anyOf(sql`${isLatest} and ${isPresence(['unknown'])}`), openItem],
      ...(leaf.withinDays === undefined || leaf.status === 'active'
        ? []
        : [[anyOf(isEndUnknown(isFresh(day, asOf, leaf.withinDays))), openItem] as const]),
      [isPossible(leaf, asOf), openItem],
      [anyOf(sql`${isNo} and ${isFresh(day, asOf, windowDays)}`), notMet],
    ],
    silence(category, asOf, windowDays),
  )
  const medicines = screeningColumn('medications')
  const isNamed = contains(sql.ref('medicine.counts_as'), concept)
  return ruleOfAnswer(
    firstOf(
      [[sql`${medicines} is null`, silence(category, asOf, windowDays)]],
      sql`(select ${answer} from ${rowsAs('medicine')} where ${isNamed})`,
    ),
  )
}

const category = 'medicines-reviewed'
const day = sql.ref('medicine.day')

function rowsAs(name: 'medicine' | 'other' | 'later'): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${screeningColumn('medications')}) as ${sql.ref(name)}(place integer, name text, age integer, day date, presence text, class text, counts_as jsonb, may_count_as jsonb, dose float8, was_taken boolean)`
}

function contains(names: RawBuilder<unknown>, name: string | RawBuilder<unknown>): RawBuilder<unknown> {
  return typeof name === 'string' ? sql`${names} @> to_jsonb(${name}::text)` : sql`${names} @> to_jsonb(${name})`
}

function anyOf(claim: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`bool_or(${claim})`
}

function isPresence(words: readonly string[]): RawBuilder<boolean> {
  return isAnyOf(sql.ref('medicine.presence'), words)
}

/** A medicine that still goes on is inside every window; one that was stopped counts with the day it was stopped. */
function isTakenRecord(leaf: MedicationLeaf, asOf: CalendarDate): RawBuilder<unknown> {
  const { status, withinDays } = leaf
  const goesOn = sql`${isPresence(['active'])} and medicine.age = 0 and ${stillGoesOn(day, category, asOf)} and not ${isDenied(leaf, asOf, sql`>`)}`
  if (withinDays === undefined || status === 'active') return sql`(${goesOn})`
  return sql`(${goesOn} or ${isPresence(['active', 'past'])} and ${isFresh(day, asOf, withinDays)})`
}

function doseClaim({ doseMgPredEqMin, doseCmp }: MedicationLeaf, dose: RawBuilder<unknown>): RawBuilder<unknown> {
  return doseMgPredEqMin === undefined ? sql`true` : sql`(${compileComparison(dose, doseCmp ?? '>=', doseMgPredEqMin)})`
}

/** Found stopped inside the window, and taken before: perhaps on an earlier day inside it. */
function isEndUnknown(isInWindow: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`medicine.age = 0 and ${isPresence(['absent'])} and medicine.was_taken and ${isInWindow}`
}

/**
 * One that was last taken too long ago, or may be of the class and taken, unless it was asked for since and found not to
 * be taken.
 */
function isPossible(leaf: MedicationLeaf, asOf: CalendarDate): RawBuilder<boolean> {
  const isTaken = isTakenRecord(leaf, asOf)
  const isLapsed = sql`medicine.age = 0 and ${isPresence(['active'])} and (${isTaken}) is not true`
  const isVague = sql`medicine.age = 0 and ${isPresence(['unknown'])}`
  const isInWindow = isFresh(day, asOf, leaf.withinDays ?? 0)
  const isUnended = leaf.withinDays === undefined || leaf.status === 'active' ? sql`false` : isEndUnknown(isInWindow)
  return sql`exists (select from ${rowsAs('medicine')} where (${contains(sql.ref('medicine.counts_as'), leaf.concept)} and ${isLapsed} or ${contains(sql.ref('medicine.may_count_as'), leaf.concept)} and (${isTaken} or ${isLapsed} or ${isVague} or ${isUnended})) and not ${isDenied(leaf, asOf, sql`>=`)})`
}

/** Asked for by the name of the question since, and found not to be taken. */
function isDenied(leaf: MedicationLeaf, asOf: CalendarDate, isSince: RawBuilder<unknown>): RawBuilder<unknown> {
  const isNo = isAnyOf(sql.ref('later.presence'), ['absent', 'past'])
  const isRelied = isFresh(sql.ref('later.day'), asOf, coveringDays(category, leaf))
  return sql`exists (select from ${rowsAs('later')} where later.name = ${leaf.concept}::text and later.age = 0 and ${isNo} and later.day ${isSince} medicine.day and ${isRelied})`
}

/** Another active medicine of the same class says no, one that may be of it leaves it open; that there is none must be confirmed. */
function judgeOnly(leaf: MedicationLeaf, taken: RawBuilder<unknown>, asOf: CalendarDate): Answer {
  const { concept } = leaf
  const countsAs = sql.ref('other.counts_as')
  const isOther = sql`other.age = 0 and ${isAnyOf(sql.ref('other.presence'), ['active'])} and not ${contains(countsAs, concept)}`
  const isOfClass = sql`(${countsAs} ?| ${[...rivalClasses(concept)]}::text[] or ${contains(countsAs, sql.ref('first.class'))})`
  const isRival = sql`${isOther} and other.name is distinct from first.class and ${isOfClass}`
  const isTakenOn = stillGoesOn(sql.ref('other.day'), category, asOf)
  const formerRival = sql<string>`(select concat(${'medication:'}::text, other.name) from ${rowsAs('other')} where ${isRival} order by other.place limit 1)`
  const mayBeRival = sql`${isOther} and ${contains(sql.ref('other.may_count_as'), concept)}`
  const answer = firstOf(
    [
      [sql`exists (select from ${rowsAs('other')} where ${isRival} and ${isTakenOn})`, notMet],
      [sql`exists (select from ${rowsAs('other')} where ${isRival})`, formerRival],
      [sql`exists (select from ${rowsAs('other')} where ${mayBeRival})`, open(`medication:${concept}`)],
      [isConfirmed(category, asOf, coveringDays(category, leaf)), met],
    ],
    open(`assertion:${category}`),
  )
  return sql`(select ${answer} from (select ${taken} as class offset 0) as first)`
}
