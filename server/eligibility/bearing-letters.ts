import { type RawBuilder, sql } from 'kysely'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { cohortsOf } from '#domain/eligibility/cohorts-of.ts'
import type { Criterion } from '#domain/eligibility/criterion.ts'
import type { Bearing } from '#domain/eligibility/criterion-bearing.ts'
import { isDeciding } from '#domain/eligibility/criterion-outcome.ts'
import type { Outcome } from '#domain/eligibility/outcome-label.ts'
import { answerOfBearing } from '#domain/feasibility/criterion-answer.ts'
import type { JudgedPatients } from '#domain/feasibility/judged-patients.ts'
import { recruitingCohorts } from '#domain/feasibility/recruiting-trial.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type CompileContext, compileCriterion } from './compile-criterion.ts'
import { compileMending } from './compile-mending.ts'

/** A statement has room for so many values only. Whom none of the first stops, the evaluator then has to look at. */
const mostCriteria = 40

const bearings: Readonly<Record<string, Bearing>> = {
  p: 'passes',
  d: 'needsData',
  c: 'needsPerson',
  n: 'stopsForNow',
  s: 'stops',
}

/**
 * What each criterion means for a patient, one letter a criterion, for example "pds": in protocol order as far as the
 * first that stops for good, then for each cohort that takes patients those that are about cohorts. "?" is what SQL
 * cannot tell.
 */
export function bearingLetters(trial: HeldTrial, asOf: CalendarDate): RawBuilder<string[]> {
  const { criteria } = trial.record
  const letters = criteria
    .slice(0, mostCriteria)
    .reduceRight<RawBuilder<string>>((rest, criterion) => beforeRest(criterion, asOf, rest), sql`''::text`)
  const cohorts = recruitingCohorts(trial)
  if (cohorts === null || criteria.length > mostCriteria) return sql`array[${letters}]`
  const inCohorts = cohorts.map((cohort) => cohortLetters(criteria, { asOf, cohort }))
  const all = sql.join([sql`judged.letters`, ...inCohorts])
  // Whoever is stopped before the end can join no cohort.
  return sql`(select case when length(judged.letters) < ${criteria.length}::integer then array[judged.letters] else array[${all}] end from (select ${letters} as letters offset 0) as judged)`
}

/** Null where the letters leave something to the evaluator. */
export function judgedOfLetters(
  trial: HeldTrial,
  [letters = '', ...inCohorts]: readonly string[],
  best: Outcome,
): Omit<JudgedPatients, 'patients'> | null {
  const { criteria } = trial.record
  const read: Bearing[] = []
  for (const [index, criterion] of criteria.entries()) {
    const letter = letters[index]
    if (letter === undefined || letter === '?') return null
    const bearing = bearingOfLetter(letter)
    read.push(bearing)
    if (answerOfBearing(criterion, bearing) === 'stops') return { bearings: read, inCohorts: [], best }
  }
  if (inCohorts.join('').includes('?')) return null
  const isAboutCohorts = recruitingCohorts(trial) !== null
  return {
    bearings: read,
    inCohorts: isAboutCohorts ? inCohorts.map((each) => [...each].map(bearingOfLetter)) : null,
    best,
  }
}

function bearingOfLetter(letter: string): Bearing {
  const bearing = bearings[letter]
  if (bearing === undefined) throw new RangeError(`"${letter}" stands for nothing that a criterion can mean.`)
  return bearing
}

function beforeRest(criterion: Criterion, asOf: CalendarDate, rest: RawBuilder<string>): RawBuilder<string> {
  // Without a cohort such a criterion passes or is open, and what it means is asked in each cohort.
  if (isAboutCohorts(criterion) || !isDeciding({ criterion })) {
    return sql`(case when ${compileCriterion(criterion, { asOf }).value} is null then 'c' else 'p' end || ${rest})`
  }
  const letter = letterOf(criterion, { asOf })
  if (ifNotMet(criterion, asOf) !== stops) return sql`(${letter} || ${rest})`
  return sql`(select case when this.letter = ${stops} then this.letter else this.letter || ${rest} end from (select ${letter} as letter offset 0) as this)`
}

function cohortLetters(criteria: readonly Criterion[], context: Required<CompileContext>): RawBuilder<string> {
  const binding = criteria.filter(
    (criterion) =>
      isAboutCohorts(criterion) &&
      isDeciding({ criterion }) &&
      (criterion.appliesTo === undefined || criterion.appliesTo.includes(context.cohort)),
  )
  return sql`(${sql.join([sql`''::text`, ...binding.map((criterion) => letterOf(criterion, context))], sql` || `)})`
}

function letterOf(criterion: Criterion, context: CompileContext): RawBuilder<string> {
  const { value, whenOpen } = compileCriterion(criterion, context)
  const needsData = criterion.class === 'gate' ? false : whenOpen.needsData
  const open =
    typeof needsData === 'boolean'
      ? sql`${needsData ? 'd' : 'c'}::text`
      : sql`case when ${needsData} then 'd' else 'c' end`
  return sql`(case ${value} when true then 'p' when false then ${ifNotMet(criterion, context.asOf)} else ${open} end)`
}

const stops = sql<string>`'s'::text`

function ifNotMet(criterion: Criterion, asOf: CalendarDate): RawBuilder<string> {
  switch (criterion.class) {
    case 'hard':
    case 'judgement':
    case 'gate':
      return stops
    case 'correctable':
    case 'washout':
    case 'advisory':
      return sql`'n'::text`
    case 'timeLimited': {
      const mends = compileMending(criterion, asOf)
      return mends === null ? sql`'?'::text` : sql`case when ${mends} then 'n' else ${stops} end`
    }
  }
}

function isAboutCohorts(criterion: Criterion): boolean {
  return cohortsOf([criterion]).length > 0
}
