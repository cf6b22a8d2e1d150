import { assessTrial, type HeldTrial, type TrialAssessment } from '../../domain/eligibility/assess-trial.ts'
import { candidacyOf, isCandidate } from '../../domain/eligibility/candidate.ts'
import { cohortsOf } from '../../domain/eligibility/cohorts-of.ts'
import type { PatientFacts } from '../../domain/eligibility/patient-facts.ts'
import { type SqlTrialAnswer, triOfOutcome } from './compare-verdicts.ts'

/** What is wrong with the answer of SQL beside the assessment, or null. */
export function trialFaultOf(
  facts: PatientFacts,
  trial: HeldTrial,
  asOf: string,
  answer: SqlTrialAnswer | undefined,
  isComputed: boolean,
): string | null {
  if (answer === undefined) return 'the patient is not in patient_facts'
  const assessment = assessTrial(facts, trial, asOf)
  const { value, isNotFalse, isNotTrue } = answer
  const verdict = triOfOutcome(assessment.outcome)
  if (value !== verdict) return `the value is ${value}, and the outcome ${assessment.outcome}`
  if (isNotFalse !== (verdict !== 'notMet')) return `isNotFalse is ${isNotFalse}, and the outcome ${assessment.outcome}`
  if (isNotTrue !== (verdict !== 'met')) return `isNotTrue is ${isNotTrue}, and the outcome ${assessment.outcome}`
  const wanted = expectedOf(facts, trial, assessment)
  const { isOffered, outcome, cohort, missing, hasText } = answer
  const grade = isOffered ? answer.grade : null
  if (outcome === null) {
    if (isComputed) return 'SQL cannot tell the outcome of a trial that it holds wholly'
    const isOfOneCohort = cohortsOf(trial.record.criteria).length === 0
    return verdict === 'notMet' || !isOfOneCohort ? null : `SQL cannot tell an outcome of ${assessment.outcome}`
  }
  const found = { isOffered, grade, outcome, cohort: outcome === 'notMatched' ? null : cohort, missing, hasText }
  return JSON.stringify(found) === JSON.stringify(wanted)
    ? null
    : `SQL says ${JSON.stringify(found)}, the evaluator ${JSON.stringify(wanted)}`
}

/** The row that screening keeps of the pair. */
function expectedOf(facts: PatientFacts, trial: HeldTrial, assessment: TrialAssessment) {
  const candidacy = candidacyOf({ ...trial.record, isOpen: true }, facts)
  const isOffered = isCandidate(candidacy) || candidacy.kind === 'needsDiagnosis'
  const { outcome, diagnosisGrade, criteria, undecided, hasTextToRead } = assessment
  const grade = candidacy.kind === 'basket' ? 'basket' : diagnosisGrade
  return {
    isOffered,
    grade: isOffered ? grade : null,
    outcome,
    cohort: outcome === 'notMatched' ? null : criteria.cohort,
    missing: undecided.map(({ key }) => key).toSorted(),
    hasText: hasTextToRead,
  }
}
