import type { CalendarDate } from '../identity/calendar-date.ts'
import { cohortsIn } from './cohorts-of.ts'
import type { Expr } from './criterion.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { KnownAnswers, Verdict } from './verdict.ts'

export function noAnswersYet(facts: PatientFacts, anchor: CalendarDate): KnownAnswers {
  return { facts, anchor, byQuestion: new Map() }
}

/** The answer known to the question, else the one that `evaluate` gives, which is known from then on. */
export function answerOnce(answers: KnownAnswers | null, expr: Expr, evaluate: () => Verdict): Verdict {
  const question = answers === null ? null : questionOf(expr)
  if (answers === null || question === null) return evaluate()
  const known = answers.byQuestion.get(question)
  if (known !== undefined) return known
  const found = evaluate()
  answers.byQuestion.set(question, found)
  return found
}

/** The same number for the same question; null where the answer also depends on the cohort under consideration. */
function questionOf(expr: Expr): number | null {
  const known = questions.get(expr)
  if (known !== undefined) return known
  const question = cohortsIn(expr).length > 0 ? null : numberOf(JSON.stringify(expr))
  questions.set(expr, question)
  return question
}

function numberOf(text: string): number {
  const known = numbers.get(text)
  if (known !== undefined) return known
  lastNumber += 1
  // Rules that were amended away are forgotten; a question asked under two numbers is only answered twice.
  if (numbers.size >= mostNumbers) numbers.clear()
  numbers.set(text, lastNumber)
  return lastNumber
}

/** Rules live as long as their trials, and are written out and numbered once. */
const questions = new WeakMap<Expr, number | null>()
const numbers = new Map<string, number>()
const mostNumbers = 100_000
let lastNumber = 0
