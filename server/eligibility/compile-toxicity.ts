import { type RawBuilder, sql } from 'kysely'
import type { ToxicityLeaf } from '#domain/eligibility/event-leaf.ts'
import { acuteWindowDays, coveringDays } from '#domain/eligibility/freshness.ts'
import { defaultGrade } from '#domain/eligibility/leaves/evaluate-toxicity.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { acuteSilence, isConfirmedSinceTreatment } from './compile-acute-silence.ts'
import { stillGoesOn } from './compile-silence.ts'
import { type Answer, firstOf, met, notMet, open, ruleOfAnswer } from './compiled-answer.ts'
import type { CompiledRule } from './compiled-rule.ts'
import { isAnyOf, isFresh, screeningColumn } from './screening-column.ts'

/** Toxicity of the term or its class, of the grade or worse; or, with a list of terms, whether all of it is on the list. */
export function compileToxicity(leaf: ToxicityLeaf, asOf: CalendarDate): CompiledRule {
  const answer = leaf.onlyTerms === undefined ? judgeTerm(leaf, asOf) : judgeOnly(leaf, leaf.onlyTerms, asOf)
  const toxicities = screeningColumn('toxicities')
  return ruleOfAnswer(
    sql`(select ${answer} from jsonb_to_recordset(${toxicities}) as toxicity(place integer, term text, age integer, day date, least float8, most float8, class jsonb))`,
  )
}

function judgeTerm(leaf: ToxicityLeaf, asOf: CalendarDate): Answer {
  const named = sql`${isCounted(leaf, asOf)} and ${isTerm(leaf)}`
  const ungraded = firstTerm(sql`${named} and ${isUngraded(leaf)}`)
  const goingOn = firstTerm(isLastSevere(leaf))
  const windowDays = absentDays(leaf)
  const isNo = sql`toxicity.term = ${leaf.term ?? ''}::text and toxicity.age = 0 and ${isFresh(day, asOf, windowDays)}`
  return firstOf(
    [
      [anyOf(sql`${named} and ${isSevere(leaf)}`), met],
      [sql`${ungraded} is not null`, gradeOfTerm(ungraded)],
      [sql`${goingOn} is not null`, gradeOfTerm(goingOn)],
      ...(leaf.ever === true || leaf.term === undefined ? [] : [[anyOf(isNo), notMet] as const]),
    ],
    acuteSilence(asOf, windowDays),
  )
}

function judgeOnly(leaf: ToxicityLeaf, terms: readonly string[], asOf: CalendarDate): Answer {
  const named = sql`${isCounted(leaf, asOf)} and ${isTerm(leaf)}`
  const isOther = sql`not (${isAnyOf(sql.ref('toxicity.term'), terms)})`
  const ungraded = firstTerm(sql`${named} and ${isOther} and ${isUngraded(leaf)}`)
  const outdated = firstTerm(sql`${isLastSevere(leaf)} and ${isOther} and (${isCounted(leaf, asOf)}) is not true`)
  const anyUngraded = firstTerm(sql`${named} and ${isUngraded(leaf)}`)
  const isSome = anyOf(sql`${named} and ${isSevere(leaf)}`)
  return firstOf(
    [
      [anyOf(sql`${named} and ${isSevere(leaf)} and ${isOther}`), notMet],
      [sql`${ungraded} is not null`, gradeOfTerm(ungraded)],
      [sql`${outdated} is not null`, gradeOfTerm(outdated)],
      [
        isConfirmedSinceTreatment(asOf, absentDays(leaf)),
        firstOf(
          [
            [isSome, met],
            [sql`${anyUngraded} is not null`, gradeOfTerm(anyUngraded)],
          ],
          notMet,
        ),
      ],
    ],
    open('assertion:comorbidities-reviewed'),
  )
}

function absentDays(leaf: ToxicityLeaf): number {
  return coveringDays('comorbidities-reviewed', leaf, acuteWindowDays)
}

const day = sql.ref('toxicity.day')

function anyOf(claim: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`bool_or(${claim})`
}

function firstTerm(claim: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(array_agg(toxicity.term order by toxicity.place) filter (where ${claim}))[1]`
}

function gradeOfTerm(term: RawBuilder<string>): Answer {
  return sql`concat(${'toxicity:'}::text, ${term})`
}

function gradeOf({ gradeMin }: ToxicityLeaf): number {
  return gradeMin ?? defaultGrade
}

function isSevere(leaf: ToxicityLeaf): RawBuilder<unknown> {
  return sql`toxicity.least >= ${gradeOf(leaf)}::float8`
}

/** Of a grade that is not recorded, or of two that cannot both be true and lie on both sides of the one asked. */
function isUngraded(leaf: ToxicityLeaf): RawBuilder<unknown> {
  return sql`(toxicity.least < ${gradeOf(leaf)}::float8 and toxicity.most >= ${gradeOf(leaf)}::float8)`
}

/** The latest of its term, and said to be there or of the grade that is asked. */
function isLastSevere(leaf: ToxicityLeaf): RawBuilder<unknown> {
  return sql`toxicity.age = 0 and ${isTerm(leaf)} and toxicity.most >= ${gradeOf(leaf)}::float8`
}

/** At its latest grade while that holds, unless a window or "ever" asks for every record. */
function isCounted({ withinDays, ever }: ToxicityLeaf, asOf: CalendarDate): RawBuilder<unknown> {
  if (withinDays !== undefined) return isFresh(day, asOf, withinDays)
  if (ever === true) return sql`true`
  return sql`(toxicity.age = 0 and ${stillGoesOn(day, 'comorbidities-reviewed', asOf)})`
}

function isTerm({ term }: ToxicityLeaf): RawBuilder<unknown> {
  if (term === undefined || term === 'any') return sql`true`
  return sql`(toxicity.term = ${term}::text or coalesce(toxicity.class = to_jsonb(${term}::text), false))`
}
