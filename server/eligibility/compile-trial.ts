import { type RawBuilder, sql } from 'kysely'
import type { ScreenedRecord } from '#domain/eligibility/assess-trial.ts'
import { cohortsOf } from '#domain/eligibility/cohorts-of.ts'
import type { Criterion } from '#domain/eligibility/criterion.ts'
import type { Outcome } from '#domain/eligibility/outcome-label.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileBranch } from './compile-branch.ts'
import { type CompiledCandidacy, compileCandidacy } from './compile-candidacy.ts'
import { type CompileContext, distinctKeys } from './compile-criterion.ts'
import { answerHead, type CompiledOutcome, compileOutcome, ranking, word } from './compile-outcome.ts'
import { type CompiledRule, nothing, toRead } from './compiled-rule.ts'
import { compileConjuncts } from './conjuncts.ts'

/** A whole trial as SQL over `patient_facts`, so that one statement can screen everybody. */
export interface CompiledTrial extends Pick<CompiledRule, 'value' | 'isNotFalse' | 'isNotTrue'> {
  /** Whom the trial is offered to: screening is kept for these patients. Fit for a WHERE, answered by indexes. */
  readonly isOffered: RawBuilder<boolean>
  /** One row for each patient of the condition, which may name columns of `patient_facts`. To stand in a FROM. */
  readonly screen: (where: RawBuilder<boolean>) => RawBuilder<ScreenedRow>
  /** False where `outcome` can be null. */
  readonly isComputed: boolean
}

export interface ScreenedRow {
  readonly patient_id: string
  readonly organisation_id: string
  /** exact, group, possible, basket or unknown, as screening keeps it; null where the cancer does not fit. */
  readonly diagnosis_grade: string | null
  /** Null where the evaluator must decide. */
  readonly outcome: Outcome | null
  /** The cohort that gave the outcome; null where the trial has none. */
  readonly cohort: string | null
  /** Keys of what can still change the outcome, each once, in the order of their code units. */
  readonly missing: string[]
  /** Text that only a person can read has a say in the outcome. */
  readonly has_text: boolean
}

/**
 * The outcome that `assessTrial` gives. `value` is false for whom some criterion or the cancer type stops, true for whom
 * nothing does, else null. Advisory criteria never decide; of several open cohorts the best counts.
 */
export function compileTrial(
  trial: Pick<ScreenedRecord, 'criteria' | 'cancerTypeIds' | 'isBasket' | 'cohorts'>,
  { asOf }: Pick<CompileContext, 'asOf'>,
): CompiledTrial {
  const candidacy = compileCandidacy(trial)
  const groups = groupsOf(trial, asOf)
  const fits = { ...toRead, ...candidacy.rule }
  const passes = compileBranch('or', groups.map(passesAll))
  const { value, isNotFalse, isNotTrue } = compileBranch('and', [fits, passes])
  const answers = groups.map(({ criteria, context }) => compileOutcome(criteria, context))
  return {
    ...{ value, isNotFalse, isNotTrue },
    isOffered: candidacy.isOffered,
    screen: (where) => screenedRows(candidacy, answers, where),
    isComputed: answers.every(({ isComputed }) => isComputed),
  }
}

/** The deciding criteria that bind together: those of each open cohort, or all of them. */
interface CriteriaGroup {
  readonly criteria: readonly Criterion[]
  readonly context: CompileContext
}

function groupsOf(
  { criteria, cohorts }: Pick<ScreenedRecord, 'criteria' | 'cohorts'>,
  asOf: CalendarDate,
): readonly CriteriaGroup[] {
  const deciding = criteria.filter((criterion) => criterion.class !== 'advisory')
  const named = cohortsOf(criteria)
  if (named.length === 0) return [{ criteria: deciding, context: { asOf } }]
  const open = cohorts.filter(({ recruitmentStatus }) => recruitmentStatus === 'open').map(({ name }) => name)
  return named
    .filter((cohort) => cohorts.length === 0 || open.includes(cohort))
    .map((cohort) => ({
      criteria: deciding.filter(({ appliesTo }) => appliesTo === undefined || appliesTo.includes(cohort)),
      context: { asOf, cohort },
    }))
}

/** A trial without criteria has not been checked. */
function passesAll({ criteria, context }: CriteriaGroup): CompiledRule {
  return criteria.length === 0 ? toRead : compileBranch('and', compileConjuncts(criteria, context))
}

/**
 * The best of the cohorts, held down to what the cancer allows. What does not fit has nothing to be settled. The answers
 * are worked out in one pass over the patients, behind a fence, because each of them is used more than once.
 */
function screenedRows(
  candidacy: CompiledCandidacy,
  answers: readonly CompiledOutcome[],
  where: RawBuilder<boolean>,
): RawBuilder<ScreenedRow> {
  const isStopped = sql`not ${candidacy.rule.isNotFalse}`
  const found = sql`(case when ${isStopped} then array[${word('notMatched')}, null::text] else ${bestOf(answers)} end)`
  const inner = sql`select patient_facts.patient_id, patient_facts.organisation_id, ${candidacy.grade} as diagnosis_grade, ${candidacy.cap} as cap, ${candidacy.missing} as unfitting, ${found} as found from patient_facts where ${where} offset 0`
  const textDecides = answers.length === 1 ? sql`${hasText(answers)}::boolean` : sql`answered.found[3] is not null`
  const isToRead = sql`(answered.found[1] <> ${word('notMatched')} and (${textDecides} or answered.cap is not distinct from ${word('needsClinician')}))`
  const isCapped = sql`array_position(${ranking}, answered.cap) < array_position(${ranking}, answered.found[1])`
  const missing = sql<
    string[]
  >`(case when answered.found[1] = ${word('notMatched')} then ${nothing} else answered.unfitting || answered.found[${answerHead + 1}:] end)`
  return sql`(select answered.patient_id, answered.organisation_id, answered.diagnosis_grade, case when ${isCapped} then answered.cap else answered.found[1] end as outcome, answered.found[2] as cohort, ${distinctKeys(missing)} as missing, ${isToRead} as has_text from (${inner}) as answered)`
}

/** The first of the best, with what can change the trial in any cohort. Null where one of them cannot be told in SQL. */
function bestOf(answers: readonly CompiledOutcome[]): RawBuilder<string[]> {
  const [only] = answers
  if (only === undefined) return sql`array[${word('notMatched')}, null::text]`
  if (answers.length === 1) return only.answer
  const found = answers.map((_answer, index) => sql.ref(`cohorts.found_${index}`))
  const rankAt = (index: number) => sql`array_position(${ranking}, ${found[index]}[1])`
  const best = sql`greatest(${sql.join(found.map((_each, index) => rankAt(index)))})`
  const whens = found.map((each, index) => sql`when ${rankAt(index)} then ${each}[1:2]`)
  const isInPlay = found.map((each, index) => {
    const others = found.filter((_other, place) => place !== index).map((other) => sql`${other}[3]::integer`)
    return sql`${each}[4]::integer > greatest(${sql.join(others)})`
  })
  const isText = isInPlay.filter((_each, index) => answers[index]?.hasText)
  const text = isText.length === 0 ? sql`null::text` : sql`case when ${sql.join(isText, sql` or `)} then ${aText} end`
  const keys = found.map(
    (each, index) => sql`(case when ${isInPlay[index]} then ${each}[${answerHead + 1}:] else ${nothing} end)`,
  )
  const isUntold = sql.join(
    found.map((each) => sql`${each}[1] is null`),
    sql` or `,
  )
  const columns = answers.map(({ answer }, index) => sql`${answer} as ${sql.ref(`found_${index}`)}`)
  return sql`(select case when ${isUntold} then array[null::text] else (case ${best} ${sql.join(whens, sql` `)} end) || array[${text}, null::text] || ${sql.join(keys, sql` || `)} end from (select ${sql.join(columns)} offset 0) as cohorts)`
}

function hasText(answers: readonly CompiledOutcome[]): boolean {
  return answers.some((answer) => answer.hasText)
}

/** Stands third in the answer of several cohorts where text of one in play decides. */
const aText = sql`${'text'}::text`
