import type { Leaf } from '#domain/eligibility/leaf.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compileAge } from './compile-age.ts'
import { compileBiomarker } from './compile-biomarker.ts'
import { compileCondition } from './compile-condition.ts'
import { compileDiseaseStatus, compileMeasurableDisease, compileProgression } from './compile-course.ts'
import { compileAttest, compileCentralReview } from './compile-decision.ts'
import { compileDiagnosis, compileMorphology, compileRareCancer, compileTopography } from './compile-diagnosis.ts'
import { compileInfection } from './compile-infection.ts'
import { compileInterval, compileLines } from './compile-interval.ts'
import { compileLab } from './compile-measurement.ts'
import { compileMedication } from './compile-medication.ts'
import { compileMetastasis } from './compile-metastasis.ts'
import { compileOtherMalignancy } from './compile-other-malignancy.ts'
import { compileObservation } from './compile-reading.ts'
import { compilePerformanceStatus, compileScore } from './compile-scale.ts'
import { compileStage } from './compile-stage.ts'
import { compileToxicity } from './compile-toxicity.ts'
import { compileSurgery, compileTherapy } from './compile-treatment.ts'
import {
  compileBestResponse,
  compileChildbearingPotential,
  compileDiseaseExtent,
  compileGrade,
  compileSex,
  compileStandardOptions,
} from './compile-word.ts'
import type { CompiledRule } from './compiled-rule.ts'

/** A leaf as SQL: the same answer as `evaluateLeaf` gives, with windows that count back from `asOf`. */
export function compileLeaf(leaf: Leaf, asOf: CalendarDate): CompiledRule {
  switch (leaf.op) {
    case 'age':
      return compileAge(leaf, asOf)
    case 'sex':
      return compileSex(leaf)
    case 'diagnosis':
      return compileDiagnosis(leaf)
    case 'morphology':
      return compileMorphology(leaf)
    case 'topography':
      return compileTopography(leaf)
    case 'grade':
      return compileGrade(leaf)
    case 'stage':
      return compileStage(leaf)
    case 'diseaseExtent':
      return compileDiseaseExtent(leaf, asOf)
    case 'diseaseStatus':
      return compileDiseaseStatus(leaf, asOf)
    case 'progression':
      return compileProgression(leaf, asOf)
    case 'bestResponse':
      return compileBestResponse(leaf)
    case 'measurableDisease':
      return compileMeasurableDisease(leaf, asOf)
    case 'metastasis':
      return compileMetastasis(leaf, asOf)
    case 'ps':
      return compilePerformanceStatus(leaf, asOf)
    case 'lab':
      return compileLab(leaf, asOf)
    case 'observation':
      return compileObservation(leaf, asOf)
    case 'score':
      return compileScore(leaf, asOf)
    case 'biomarker':
      return compileBiomarker(leaf)
    case 'therapy':
      return compileTherapy(leaf, asOf)
    case 'linesOfTherapy':
      return compileLines(leaf, asOf)
    case 'surgery':
      return compileSurgery(leaf, asOf)
    case 'medication':
      return compileMedication(leaf, asOf)
    case 'condition':
      return compileCondition(leaf, asOf)
    case 'infection':
      return compileInfection(leaf, asOf)
    case 'toxicity':
      return compileToxicity(leaf, asOf)
    case 'otherMalignancy':
      return compileOtherMalignancy(leaf, asOf)
    case 'childbearingPotential':
      return compileChildbearingPotential(asOf)
    case 'interval':
      return compileInterval(leaf, asOf)
    case 'standardOptions':
      return compileStandardOptions(leaf, asOf)
    case 'rareCancer':
      return compileRareCancer(leaf)
    case 'centralReview':
      return compileCentralReview(leaf)
    case 'attest':
      return compileAttest(leaf, asOf)
  }
}
