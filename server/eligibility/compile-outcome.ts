import { type RawBuilder, sql } from 'kysely'
import type { Criterion } from '#domain/eligibility/criterion.ts'
import { canTurnFinal } from '#domain/eligibility/criterion-outcome.ts'
import { type Outcome, outcomes } from '#domain/eligibility/outcome-label.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type CompileContext, compileCriterion } from './compile-criterion.ts'
import { compileMending } from './compile-mending.ts'
import { type CompiledRule, nothing } from './compiled-rule.ts'
import { costOf } from './conjuncts.ts'

/** What the deciding criteria of one cohort come to. */
export interface CompiledOutcome {
  /**
   * An array: the outcome, the cohort, the worst and the best rank that it can still come to, and then the keys of what
   * can still change it. Of the outcomes the first that applies; null where SQL cannot tell.
   */
  readonly answer: RawBuilder<string[]>
  readonly isComputed: boolean
  /** Text that only a person can read decides in it; so it does where no criteria are held. */
  readonly hasText: boolean
}

/** How many elements of an answer stand before the keys. */
export const answerHead = 4

/** Criteria that rule the patient out are asked first and alone, each of the others then once. */
export function compileOutcome(criteria: readonly Criterion[], context: CompileContext): CompiledOutcome {
  const answered = criteria
    .toSorted((a, b) => costOf(a.expr) - costOf(b.expr))
    .map((criterion, index) => answeredOf(criterion, index, context))
  const final = answered.filter(({ finality }) => finality === 'final')
  const isStopped = anyOf(final.map(({ rule }) => sql`not ${rule.isNotFalse}`))
  const cohort = context.cohort === undefined ? sql`null::text` : sql`${context.cohort}::text`
  const columns = answered.map(({ rule, name }) => sql`${rule.value} as ${sql.ref(name)}`)
  const values = columns.length === 0 ? sql`` : sql`criteria.*, `
  const from = columns.length === 0 ? sql`` : sql` from (select ${sql.join(columns)} offset 0) as criteria`
  const hasText = criteria.length === 0 || criteria.some(({ expr }) => expr === null)
  const outcome = sql.ref('cohort_answer.outcome')
  const changing = changingOf(answered, outcome)
  const least = leastRank(changing, outcome)
  const greatest = sql`case when ${outcome} in (${word('notMatched')}, ${word('notYet')}) then ${rankOf(outcome)} else ${rank(hasText ? 'needsClinician' : 'noFailuresFound')} end`
  const keys = joined(
    changing.map(({ isOpen, missing }) => sql`(case when ${isOpen} then ${missing} else ${nothing} end)`),
  )
  const decided = sql`(select array[${outcome}, ${cohort}, (${least})::text, (${greatest})::text] || ${keys} from (select ${values}${outcomeOf(answered)} as outcome${from}) as cohort_answer)`
  return {
    answer: sql`(case when ${isStopped} then array[${word('notMatched')}, ${cohort}, '0', '0'] else ${decided} end)`,
    isComputed: answered.every(({ finality }) => finality !== 'undecidable'),
    hasText,
  }
}

interface AnsweredCriterion {
  readonly criterion: Criterion
  readonly rule: CompiledRule
  readonly name: string
  readonly value: RawBuilder<unknown>
  /** What failing it means: for good, for now, by a condition of its own, or not to be told in SQL. */
  readonly finality: 'final' | 'forNow' | 'undecidable' | { readonly mends: RawBuilder<boolean> }
}

function answeredOf(criterion: Criterion, index: number, context: CompileContext): AnsweredCriterion {
  const name = `criterion_${index}`
  const rule = compileCriterion(criterion, context)
  return { criterion, rule, name, value: sql.ref(name), finality: finalityOf(criterion, context.asOf) }
}

function finalityOf(criterion: Criterion, asOf: CalendarDate): AnsweredCriterion['finality'] {
  switch (criterion.class) {
    case 'hard':
    case 'judgement':
    case 'gate':
      return 'final'
    case 'timeLimited': {
      const mends = compileMending(criterion, asOf)
      return mends === null ? 'undecidable' : { mends }
    }
    case 'correctable':
    case 'washout':
    case 'advisory':
      return 'forNow'
  }
}

function outcomeOf(answered: readonly AnsweredCriterion[]): RawBuilder<string | null> {
  const failed = (each: AnsweredCriterion) => sql`${each.value} is false`
  const timed = answered.flatMap((each) =>
    typeof each.finality === 'object' ? [sql`${failed(each)} and not ${each.finality.mends}`] : [],
  )
  const undecidable = answered.filter(({ finality }) => finality === 'undecidable').map(failed)
  const lacksData = answered
    .filter(({ criterion, rule }) => criterion.class !== 'gate' && rule.whenOpen.needsData !== false)
    .map(({ value, rule: { whenOpen } }) =>
      whenOpen.needsData === true ? sql`${value} is null` : sql`${value} is null and ${whenOpen.needsData}`,
    )
  const isOpen = answered.map(({ value }) => sql`${value} is null`)
  const needsPerson = answered.length === 0 ? sql`true` : anyOf(isOpen)
  return sql`(case when ${anyOf(timed)} then ${word('notMatched')} when ${anyOf(undecidable)} then null when ${anyOf(answered.map(failed))} then ${word('notYet')} when ${anyOf(lacksData)} then ${word('needsData')} when ${needsPerson} then ${word('needsClinician')} else ${word('noFailuresFound')} end)`
}

interface ChangingCriterion {
  readonly canTurnFinal: boolean
  readonly isOpen: RawBuilder<unknown>
  readonly missing: RawBuilder<string[]>
}

/** The criteria with something to find out that can still move the cohort: one that is put off can only be ruled out. */
function changingOf(
  answered: readonly AnsweredCriterion[],
  outcome: RawBuilder<unknown>,
): readonly ChangingCriterion[] {
  return answered.flatMap(({ criterion, rule: { whenOpen }, value }) => {
    if (whenOpen.missing === nothing) return []
    const isFinal = canTurnFinal(criterion)
    const isOpen = isFinal ? sql`${value} is null` : sql`${value} is null and ${outcome} <> ${word('notYet')}`
    return [{ canTurnFinal: isFinal, isOpen, missing: whenOpen.missing }]
  })
}

function leastRank(changing: readonly ChangingCriterion[], outcome: RawBuilder<unknown>): RawBuilder<unknown> {
  const open = (canTurn: boolean) =>
    changing.filter((each) => each.canTurnFinal === canTurn).map(({ isOpen }) => isOpen)
  return sql`case when ${outcome} = ${word('notMatched')} or ${anyOf(open(true))} then ${rank('notMatched')} when ${anyOf(open(false))} then ${rank('notYet')} else ${rankOf(outcome)} end`
}

function rankOf(outcome: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(array_position(${ranking}, ${outcome}) - 1)`
}

function rank(outcome: Outcome): RawBuilder<unknown> {
  return sql`${outcomes.indexOf(outcome)}::integer`
}

function joined(lists: readonly RawBuilder<string[]>[]): RawBuilder<string[]> {
  return lists.length === 0 ? nothing : sql`(${sql.join(lists, sql` || `)})`
}

function anyOf(claims: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return claims.length === 0 ? sql`false` : sql`(${sql.join(claims, sql` or `)})`
}

export function word(outcome: Outcome): RawBuilder<string> {
  return sql`${outcome}::text`
}

/** From worst to best. */
export const ranking = sql`${[...outcomes]}::text[]`
