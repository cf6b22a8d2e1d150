import type { Criterion } from '../../domain/eligibility/criterion.ts'
import { evaluateCriterion } from '../../domain/eligibility/evaluate-criterion.ts'
import { openLeaves } from '../../domain/eligibility/open-leaves.ts'
import type { PatientFacts } from '../../domain/eligibility/patient-facts.ts'
import { type EvaluationContext, needsPerson } from '../../domain/eligibility/verdict.ts'
import type { Answer } from './compare-verdicts.ts'

/** The answer of the evaluator in the form of SQL's. Text without a rule is open, and nothing would settle it. */
export function evaluatedAnswer(
  criterion: Pick<Criterion, 'kind' | 'expr'>,
  facts: PatientFacts,
  context: EvaluationContext,
): Answer {
  const verdict = evaluateCriterion(criterion, facts, context)
  const open = verdict === null ? [] : openLeaves(verdict)
  const keys = open.flatMap(({ item }) => (item === null ? [] : [item.key]))
  return {
    verdict: verdict?.verdict ?? 'unknown',
    missing: [...new Set(keys)].toSorted(),
    needsData: open.some(({ reason }) => reason !== null && !needsPerson(reason)),
  }
}
