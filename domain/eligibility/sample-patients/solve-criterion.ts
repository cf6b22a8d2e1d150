import type { CalendarDate } from '../../identity/calendar-date.ts'
import type { Criterion } from '../criterion.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateCriterion } from '../evaluate-criterion.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import type { Leaf } from '../leaf.ts'
import type { PatientRecord } from '../patient-record.ts'
import { recordWith } from '../sample-record.ts'
import { notTri, type Tri } from '../tri.ts'
import { type Answer, answersFor } from './answers-for.ts'
import type { Fragment } from './fragment.ts'
import { fragmentsFor } from './fragments-for.ts'

/* For tests: patients made to order, so that whatever criterion is written can be tried both ways and in doubt. */

/**
 * A patient who gives a criterion the outcome asked for, or `null` where none was found. Looks for leaf answers that
 * lead to it, then for rows that give those answers, and lets the evaluator confirm both.
 */
export function patientFor(
  criterion: Pick<Criterion, 'kind' | 'expr'>,
  outcome: Tri,
  asOf: CalendarDate,
  cohort?: string,
): PatientRecord | null {
  if (criterion.expr === null) return null
  const wanted = criterion.kind === 'exclusion' ? notTri(outcome) : outcome
  const alone = new Map<string, boolean>()
  for (const answers of answersFor(criterion.expr, wanted, cohort ?? null)) {
    if (!answers.every((answer) => canBeHad(answer, asOf, alone))) continue
    const budget = { left: 4000 }
    const record = search(answers, recordWith(), 0, asOf, budget)
    const context = cohort === undefined ? { asOf } : { asOf, cohort }
    if (record !== null && evaluateCriterion(criterion, deriveFacts(record), context)?.verdict === outcome)
      return record
  }
  return null
}

/** The same for one leaf. */
export function patientForLeaf(leaf: Leaf, outcome: Tri, asOf: CalendarDate): PatientRecord | null {
  return patientFor({ kind: 'inclusion', expr: leaf }, outcome, asOf)
}

/** Whether anybody gives the answer, be there other questions or none. */
function canBeHad(answer: Answer, asOf: CalendarDate, known: Map<string, boolean>): boolean {
  const key = JSON.stringify(answer)
  const isFound = known.get(key) ?? search([answer], recordWith(), 0, asOf, { left: 4000 }) !== null
  known.set(key, isFound)
  return isFound
}

/** Adds rows for one answer after another, and goes back where the next cannot be had beside those before. */
function search(
  answers: readonly Answer[],
  record: PatientRecord,
  done: number,
  asOf: CalendarDate,
  budget: { left: number },
): PatientRecord | null {
  const next = answers[done]
  if (next === undefined) return record
  for (const fragment of [{}, ...fragmentsFor(next.leaf, asOf)]) {
    budget.left -= 1
    if (budget.left < 0) return null
    const fuller = joined(record, fragment)
    if (fuller === null || !gives(answers.slice(0, done + 1), fuller, asOf)) continue
    const found = search(answers, fuller, done + 1, asOf, budget)
    if (found !== null) return found
  }
  return null
}

function gives(answers: readonly Answer[], record: PatientRecord, asOf: CalendarDate): boolean {
  const facts = deriveFacts(record)
  return answers.every(({ leaf, verdict }) => evaluateLeaf(leaf, facts, asOf).verdict === verdict)
}

/** Both together, or `null` where they give the person different births or sexes. */
function joined(record: PatientRecord, fragment: Fragment): PatientRecord | null {
  const { bornOn = null, sex = null } = fragment
  if (bornOn !== null && record.bornOn !== null && bornOn !== record.bornOn) return null
  if (sex !== null && record.sex !== null && sex !== record.sex) return null
  return {
    ...record,
    bornOn: bornOn ?? record.bornOn,
    sex: sex ?? record.sex,
    // Somebody has one index cancer: another question about it may need another.
    diagnoses: fragment.diagnoses ?? record.diagnoses,
    observations: distinct([...record.observations, ...(fragment.observations ?? [])]),
    treatments: distinct([...record.treatments, ...(fragment.treatments ?? [])]),
    biomarkers: distinct([...record.biomarkers, ...(fragment.biomarkers ?? [])]),
    assertions: distinct([...record.assertions, ...(fragment.assertions ?? [])]),
  }
}

function distinct<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()]
}
