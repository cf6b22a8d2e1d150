import { type RawBuilder, sql } from 'kysely'
import type { Criterion } from '#domain/eligibility/criterion.ts'
import type { Outcome } from '#domain/eligibility/outcome-label.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { type CompileContext, compileCriterion } from './compile-criterion.ts'
import { compileMending } from './compile-mending.ts'
import { type CompiledRule, nothing } from './compiled-rule.ts'
import { costOf } from './conjuncts.ts'

/**
 * What the deciding criteria of one cohort come to: an array of the outcome, the cohort, and the keys of what is open.
 * Of the outcomes the first that applies; null where SQL cannot tell. Criteria that rule the patient out are asked
 * first and alone, each of the others then once.
 */
export function compileOutcome(
  criteria: readonly Criterion[],
  context: CompileContext,
): { readonly answer: RawBuilder<string[]>; readonly isComputed: boolean } {
  const answered = criteria
    .toSorted((a, b) => costOf(a.expr) - costOf(b.expr))
    .map((criterion, index) => answeredOf(criterion, index, context))
  const final = answered.filter(({ finality }) => finality === 'final')
  const isStopped = anyOf(final.map(({ rule }) => sql`not ${rule.isNotFalse}`))
  const cohort = context.cohort === undefined ? sql`null::text` : sql`${context.cohort}::text`
  const columns = answered.map(({ rule, name }) => sql`${rule.value} as ${sql.ref(name)}`)
  const from = columns.length === 0 ? sql`` : sql` from (select ${sql.join(columns)} offset 0) as criteria`
  const decided = sql`(select array[${outcomeOf(answered)}, ${cohort}] || ${missingOf(answered)}${from})`
  return {
    answer: sql`(case when ${isStopped} then array[${word('notMatched')}, ${cohort}] else ${decided} end)`,
    isComputed: answered.every(({ finality }) => finality !== 'undecidable'),
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
  return { criterion, rule, name, value: sql.ref(`criteria.${name}`), finality: finalityOf(criterion, context.asOf) }
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

function missingOf(answered: readonly AnsweredCriterion[]): RawBuilder<string[]> {
  const parts = answered.map(
    ({ value, rule }) => sql`(case when ${value} is null then ${rule.whenOpen.missing} else ${nothing} end)`,
  )
  return parts.length === 0 ? nothing : sql`(${sql.join(parts, sql` || `)})`
}

function anyOf(claims: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  return claims.length === 0 ? sql`false` : sql`(${sql.join(claims, sql` or `)})`
}

export function word(outcome: Outcome): RawBuilder<string> {
  return sql`${outcome}::text`
}
