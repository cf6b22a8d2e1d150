import { type RawBuilder, sql } from 'kysely'
import type { ConditionLeaf } from '#domain/eligibility/event-leaf.ts'
import {
  absentConditionDays,
  conditionWindowDays,
  coveringDays,
  daysOfPregnancy,
  isAcute,
  labWindowDays,
} from '#domain/eligibility/freshness.ts'
import { isForLife, isPastEvent, severityOf } from '#domain/eligibility/leaves/evaluate-condition.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { acuteSilence } from './compile-acute-silence.ts'
import { anyFreshReading, freshReading } from './compile-reading.ts'
import { silence, stillGoesOn } from './compile-silence.ts'
import { childbearingPotential } from './compile-word.ts'
import { type Answer, firstOf, met, notMet, open, ruleOfAnswer } from './compiled-answer.ts'
import type { CompiledRule } from './compiled-rule.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/** Whether a record states the presence that is asked; else what the latest record, or silence, says against it. */
export function compileCondition(leaf: ConditionLeaf, asOf: CalendarDate): CompiledRule {
  const windowDays = coveringDays('comorbidities-reviewed', leaf, absentConditionDays(leaf.concept))
  const records = sql`(${screeningColumn('conditions')} -> ${leaf.concept}::text)`
  const openItem = open(`condition:${leaf.concept}`)
  const ruledOut = pregnancySteps(leaf.concept, asOf)
  const otherwise = isAcute(leaf.concept)
    ? acuteSilence(asOf, windowDays)
    : silence('comorbidities-reviewed', asOf, windowDays)
  const isAsked = isAskedRecord(leaf, asOf)
  const fits = sql`(${needsTherapy(leaf)} and ${isSevereEnough(leaf)} and ${isDated(leaf)})`
  const isLatest = sql`condition.place = 0`
  const noWords = leaf.status === 'active' ? ['absent', 'past'] : ['absent']
  const recorded = firstOf(
    [
      [anyOf(sql`${isAsked} and ${fits} and (${isDeniedByTest(leaf, asOf)}) is not true`), met],
      // The latest record that fits is denied.
      [anyOf(sql`${isAsked} and ${fits}`), openItem],
      [anyOf(sql`${isAsked} and ${fits} is null`), openItem],
      ...ruledOut,
      // Last seen going on, too long ago: nobody has said that it ended.
      ...(isPastEvent(leaf)
        ? []
        : [[anyOf(sql`${isLatest} and ${isPresence(['active'])} and ${fits} is not false`), openItem] as const]),
      [anyOf(sql`${isLatest} and ${isPresence(['unknown'])}`), openItem],
      [anyOf(sql`${isLatest} and ${isPresence(noWords)} and ${isFresh(day, asOf, windowDays)}`), notMet],
    ],
    otherwise,
  )
  return ruleOfAnswer(
    firstOf(
      [[sql`${records} is null`, firstOf(ruledOut, otherwise)]],
      sql`(select ${recorded} from jsonb_to_recordset(${records}) as condition(place integer, day date, presence text, needs_therapy boolean, scale text, rank float8))`,
    ),
  )
}

const day = sql.ref('condition.day')

function anyOf(claim: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`bool_or(${claim})`
}

function isPresence(words: readonly string[]): RawBuilder<boolean> {
  return isAnyOf(sql.ref('condition.presence'), words)
}

function isAskedRecord(leaf: ConditionLeaf, asOf: CalendarDate): RawBuilder<unknown> {
  const { concept, status, withinDays } = leaf
  const isInWindow = withinDays === undefined ? sql`false` : isFresh(day, asOf, withinDays)
  const isPresent = isPresence(['active', 'past'])
  if (status !== 'active' && withinDays === undefined) return sql`(${isPresent})`
  const goesOn = isForLife(leaf) ? sql`${day} <= ${asOf}::date` : conditionStillGoesOn(concept, asOf)
  const isActive = isPresence(['active'])
  if (status === 'active') return sql`(${isActive} and (condition.place = 0 and ${goesOn} or ${isInWindow}))`
  return isForLife(leaf)
    ? sql`(${isPresent} and ${isInWindow} or ${isActive} and condition.place = 0 and ${goesOn})`
    : sql`(${isPresent} and ${isInWindow})`
}

function conditionStillGoesOn(concept: string, asOf: CalendarDate): RawBuilder<boolean> {
  const days = conditionWindowDays(concept)
  return concept === 'pregnancy' ? isFresh(day, asOf, days) : stillGoesOn(day, 'comorbidities-reviewed', asOf, days)
}

/** Of an event that is said to be history, the day is not known. */
function isDated(leaf: ConditionLeaf): RawBuilder<unknown> {
  return isPastEvent(leaf) ? sql`(case when not (${isPresence(['past'])}) then true end)` : sql`true`
}

/** A recorded pregnancy, by a fresh negative test of that day or later. */
function isDeniedByTest({ concept, status }: ConditionLeaf, asOf: CalendarDate): RawBuilder<unknown> {
  if (concept !== 'pregnancy' || status !== 'active') return sql`false`
  const isLater = sql`reading.word = ${'negative'}::text and reading.day >= ${day}`
  return anyFreshReading('lab:hcg', isLater, asOf, labWindowDays('hcg'))
}

function needsTherapy(leaf: ConditionLeaf): RawBuilder<unknown> {
  return leaf.needsSystemicTherapy === true ? sql`condition.needs_therapy` : sql`true`
}

/** A class of another scale cannot be compared. */
function isSevereEnough({ severityMin }: ConditionLeaf): RawBuilder<unknown> {
  if (severityMin === undefined) return sql`true`
  const wanted = severityOf(severityMin)
  if (wanted === null) return sql`null::boolean`
  return sql`(case when condition.scale = ${wanted.scale}::text then condition.rank >= ${wanted.rank}::float8 end)`
}

/** What else than the problem list answers: male sex, a fresh pregnancy test, no childbearing potential. */
function pregnancySteps(concept: string, asOf: CalendarDate): readonly (readonly [RawBuilder<unknown>, Answer])[] {
  if (concept !== 'pregnancy' && concept !== 'breastfeeding') return []
  const isMale = [sql`${screeningColumn('sex')} = ${'male'}::text`, notMet] as const
  if (concept === 'breastfeeding') return [isMale]
  const isWord = (word: string) => sql`reading.word = ${word}::text`
  const areAll = (word: string) => freshReading('lab:hcg', isWord(word), asOf, labWindowDays('hcg'))
  return [
    isMale,
    [areAll('positive'), met],
    [areAll('negative'), notMet],
    [anyFreshReading('lab:hcg', isWord('positive'), asOf, daysOfPregnancy), open('lab:hcg')],
    [sql`not ${childbearingPotential(asOf)}`, notMet],
  ]
}
