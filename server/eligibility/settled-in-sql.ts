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
 * example "pus". Null for everybody else, whom the evaluator of criteria has to look at.
 */
export function settledLetters(criteria: readonly Criterion[], asOf: CalendarDate): RawBuilder<string | null> {
  if (criteria.length === 0) return sql`null::text`
  const letters = criteria.slice(0, mostCriteria).map((criterion) => letterOf(criterion, asOf))
  return sql`substring(concat(${sql.join(letters)}) from '^[pun]*s')`
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
function letterOf(criterion: Criterion, asOf: CalendarDate): RawBuilder<string> {
  if (criterion.expr === null) return sql`${'u'}::text`
  const { value } = compileCriterion(criterion, { asOf })
  return sql`case ${value} when true then 'p' when false then ${letterIfNotMet(criterion)}::text else 'u' end`
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
