import type { CalendarDate } from '../identity/calendar-date.ts'
import type { Leaf } from './leaf.ts'
import { evaluateAge } from './leaves/evaluate-age.ts'
import { evaluateBiomarker } from './leaves/evaluate-biomarker.ts'
import { evaluateMorphology, evaluateTopography } from './leaves/evaluate-codes.ts'
import { evaluateCondition } from './leaves/evaluate-condition.ts'
import { evaluateBestResponse, evaluateDiseaseStatus, evaluateProgression } from './leaves/evaluate-course.ts'
import { evaluateDiagnosis, evaluateRareCancer } from './leaves/evaluate-diagnosis.ts'
import {
  evaluateDiseaseExtent,
  evaluateGrade,
  evaluateMeasurableDisease,
  evaluateStandardOptions,
} from './leaves/evaluate-extent.ts'
import { evaluateInfection } from './leaves/evaluate-infection.ts'
import { evaluateInterval } from './leaves/evaluate-interval.ts'
import { evaluateLines } from './leaves/evaluate-lines.ts'
import { evaluateLab, evaluateObservation } from './leaves/evaluate-measurements.ts'
import { evaluateMedication } from './leaves/evaluate-medication.ts'
import { evaluateMetastasis } from './leaves/evaluate-metastasis.ts'
import { evaluateOtherMalignancy } from './leaves/evaluate-other-malignancy.ts'
import { evaluateChildbearingPotential, evaluateSex } from './leaves/evaluate-person.ts'
import { evaluateAttest, evaluateCentralReview } from './leaves/evaluate-person-decision.ts'
import { evaluatePerformanceStatus, evaluateScore } from './leaves/evaluate-scales.ts'
import { evaluateStage } from './leaves/evaluate-stage.ts'
import { evaluateSurgery } from './leaves/evaluate-surgery.ts'
import { evaluateTherapy } from './leaves/evaluate-therapy.ts'
import { evaluateToxicity } from './leaves/evaluate-toxicity.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { Finding } from './verdict.ts'
import { withAsked } from './with-asked.ts'

/** Answers one leaf, and says what it asks. Windows count back from `anchor`. */
export function evaluateLeaf(leaf: Leaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  return withAsked(leaf, answerLeaf(leaf, facts, anchor))
}

function answerLeaf(leaf: Leaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  switch (leaf.op) {
    case 'age':
      return evaluateAge(leaf, facts, anchor)
    case 'sex':
      return evaluateSex(leaf, facts)
    case 'diagnosis':
      return evaluateDiagnosis(leaf, facts)
    case 'morphology':
      return evaluateMorphology(leaf, facts)
    case 'topography':
      return evaluateTopography(leaf, facts)
    case 'grade':
      return evaluateGrade(leaf, facts, anchor)
    case 'stage':
      return evaluateStage(leaf, facts)
    case 'diseaseExtent':
      return evaluateDiseaseExtent(leaf, facts, anchor)
    case 'diseaseStatus':
      return evaluateDiseaseStatus(leaf, facts, anchor)
    case 'progression':
      return evaluateProgression(leaf, facts, anchor)
    case 'bestResponse':
      return evaluateBestResponse(leaf, facts)
    case 'measurableDisease':
      return evaluateMeasurableDisease(leaf, facts, anchor)
    case 'metastasis':
      return evaluateMetastasis(leaf, facts, anchor)
    case 'ps':
      return evaluatePerformanceStatus(leaf, facts, anchor)
    case 'lab':
      return evaluateLab(leaf, facts, anchor)
    case 'observation':
      return evaluateObservation(leaf, facts, anchor)
    case 'score':
      return evaluateScore(leaf, facts, anchor)
    case 'biomarker':
      return evaluateBiomarker(leaf, facts)
    case 'therapy':
      return evaluateTherapy(leaf, facts, anchor)
    case 'linesOfTherapy':
      return evaluateLines(leaf, facts, anchor)
    case 'surgery':
      return evaluateSurgery(leaf, facts, anchor)
    case 'medication':
      return evaluateMedication(leaf, facts, anchor)
    case 'condition':
      return evaluateCondition(leaf, facts, anchor)
    case 'infection':
      return evaluateInfection(leaf, facts, anchor)
    case 'toxicity':
      return evaluateToxicity(leaf, facts, anchor)
    case 'otherMalignancy':
      return evaluateOtherMalignancy(leaf, facts, anchor)
    case 'childbearingPotential':
      return evaluateChildbearingPotential(facts, anchor)
    case 'interval':
      return evaluateInterval(leaf, facts, anchor)
    case 'standardOptions':
      return evaluateStandardOptions(leaf, facts, anchor)
    case 'rareCancer':
      return evaluateRareCancer(leaf, facts)
    case 'centralReview':
      return evaluateCentralReview(leaf, facts)
    case 'attest':
      return evaluateAttest(leaf, facts, anchor)
  }
}
