import { type RawBuilder, sql } from 'kysely'
import { uncoded } from '#domain/eligibility/derive-other-malignancies.ts'
import type { OtherMalignancyLeaf } from '#domain/eligibility/event-leaf.ts'
import { coveringDays } from '#domain/eligibility/freshness.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isConfirmed, silence } from './compile-silence.ts'
import { type Answer, firstOf, met, notMet, open, ruleOfAnswer } from './compiled-answer.ts'
import type { CompiledRule } from './compiled-rule.ts'
import { daysBefore, isAnyOf, screeningColumn } from './screening-column.ts'

/** Another cancer diagnosed inside the window; with a list of types, whether all of those belong to the list. */
export function compileOtherMalignancy(leaf: OtherMalignancyLeaf, asOf: CalendarDate): CompiledRule {
  const isInside = isInWindow(leaf, asOf)
  const answer =
    leaf.onlyTypes === undefined ? judgeAny(leaf, isInside, asOf) : judgeOnly(leaf, leaf.onlyTypes, isInside, asOf)
  return ruleOfAnswer(
    sql`(select ${answer} from jsonb_to_recordset(${screeningColumn('other_malignancies')}) as cancer(place integer, id text, type text, earliest date, latest date))`,
  )
}

function judgeAny(leaf: OtherMalignancyLeaf, isInside: RawBuilder<unknown>, asOf: CalendarDate): Answer {
  const unclear = firstId(sql`${isInside} is null`)
  return firstOf(
    [
      [anyOf(isInside), met],
      [sql`${unclear} is not null`, keyOf(unclear)],
    ],
    silence('comorbidities-reviewed', asOf, coveringDays('comorbidities-reviewed', leaf)),
  )
}

function judgeOnly(
  leaf: OtherMalignancyLeaf,
  types: readonly string[],
  isInside: RawBuilder<unknown>,
  asOf: CalendarDate,
): Answer {
  const category = 'comorbidities-reviewed'
  const isType = isOfTypes(types)
  const unclear = sql<string>`coalesce(${firstId(sql`${isInside} and ${isType} is null`)}, ${firstId(sql`${isInside} is null`)})`
  return firstOf(
    [
      [anyOf(sql`${isInside} and not ${isType}`), notMet],
      [sql`${unclear} is not null`, keyOf(unclear)],
      [isConfirmed(category, asOf, coveringDays(category, leaf)), firstOf([[anyOf(isInside), met]], notMet)],
    ],
    open(`assertion:${category}`),
  )
}

/** Null while the days that the date can mean lie on both sides of the window's start, and without any date. */
function isInWindow({ withinDays }: OtherMalignancyLeaf, asOf: CalendarDate): RawBuilder<unknown> {
  if (withinDays === undefined) return sql`true`
  const start = sql`${daysBefore(asOf, withinDays)}::date`
  return sql`(case when cancer.earliest > ${asOf}::date or cancer.latest < ${start} then false when cancer.earliest >= ${start} then true end)`
}

/** "nmsc" may or may not be "nmsc-treated": a type that only lacks its ending is null, and so is one without a code. */
function isOfTypes(types: readonly string[]): RawBuilder<unknown> {
  const mayBe = sql`(cancer.type = ${uncoded}::text or exists (select from unnest(${[...types]}::text[]) as listed where starts_with(listed, concat(cancer.type, ${'-'}::text))))`
  return sql`(case when ${isAnyOf(sql.ref('cancer.type'), types)} then true when not ${mayBe} then false end)`
}

function anyOf(claim: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`bool_or(${claim})`
}

function firstId(claim: RawBuilder<unknown>): RawBuilder<string> {
  return sql`(array_agg(cancer.id order by cancer.place) filter (where ${claim}))[1]`
}

function keyOf(id: RawBuilder<string>): Answer {
  return sql`concat(${'other-malignancy:'}::text, ${id})`
}
