import { type RawBuilder, sql } from 'kysely'
import { cohortsOf } from '#domain/eligibility/cohorts-of.ts'
import type { Criterion } from '#domain/eligibility/criterion.ts'
import type { CriterionAnswer } from '#domain/feasibility/criterion-answer.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileCriterion } from './compile-criterion.ts'

/** Later criteria settle hardly anybody whom none of these has, and a statement has room for so many values only. */
const mostCriteria = 40

const answerOfLetter: Readonly<Record<string, CriterionAnswer>> = {
  p: 'passes',
  u: 'undecided',
  n: 'stopsForNow',
  s: 'stops',
}

/**
 * For whom SQL alone knows the first criterion that stops for good, and everything before it: one letter a criterion, for
 * example "pus". Null for everybody else, whom the evaluator of criteria has to look at. What stands behind the stop is
 * not worked out.
 */
export function settledLetters(criteria: readonly Criterion[], asOf: CalendarDate): RawBuilder<string | null> {
  const letters = criteria
    .slice(0, mostCriteria)
    .reduceRight<RawBuilder<string>>((rest, criterion) => beforeRest(criterion, asOf, rest), sql`'?'::text`)
  return sql`substring(${letters} from '^[pun]*s')`
}

/** The answers behind the letters. */
export function answersOfLetters(letters: string): readonly CriterionAnswer[] {
  return [...letters].map((letter) => {
    const answer = answerOfLetter[letter]
    if (answer === undefined) throw new RangeError(`"${letter}" stands for no answer to a criterion.`)
    return answer
  })
}

/** A limit of time that is not met may stop for good or for now, which SQL does not say: it stays open ("?"). */
function beforeRest(criterion: Criterion, asOf: CalendarDate, rest: RawBuilder<string>): RawBuilder<string> {
  if (criterion.expr === null) return sql`('u' || ${rest})`
  const { value } = compileCriterion(criterion, { asOf })
  const ifNotMet = letterIfNotMet(criterion)
  const letter = sql`case ${value} when true then 'p' when false then ${ifNotMet}::text else 'u' end`
  if (ifNotMet === 'p' || ifNotMet === 'n') return sql`(${letter} || ${rest})`
  return sql`(case when ${value} is false then ${ifNotMet}::text else case when ${value} then 'p' else 'u' end || ${rest} end)`
}

function letterIfNotMet(criterion: Criterion): string {
  if (cohortsOf([criterion]).length > 0) return 'p'
  switch (criterion.class) {
    case 'hard':
    case 'judgement':
    case 'gate':
      return 's'
    case 'correctable':
    case 'washout':
      return 'n'
    case 'advisory':
      return 'p'
    case 'timeLimited':
      return '?'
  }
}
