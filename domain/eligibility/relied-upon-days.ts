import type { Criterion } from './criterion.ts'
import {
  absentConditionDays,
  acuteWindowDays,
  attestationWindowDays,
  completenessWindowDays,
  coveringDays,
  imagingWindowDays,
  labWindowDays,
  lookedDays,
  observationWindowDays,
  performanceStatusWindowDays,
  scoreWindowDays,
} from './freshness.ts'
import type { Leaf } from './leaf.ts'
import { leavesOf } from './leaves-of.ts'

/**
 * For how many days what somebody knows of a criterion may be relied upon: the shortest time of all that its rule asks;
 * `null` where nothing of it ages. Text without a rule is a person's judgement, and ages as one.
 */
export function reliedUponDays({ expr }: Pick<Criterion, 'expr'>): number | null {
  if (expr === null) return attestationWindowDays
  const days = leavesOf(expr)
    .map(daysOf)
    .filter((each) => each !== null)
  return days.length === 0 ? null : Math.min(...days)
}

/** As long as a value of it, or a confirmation that there is none, stays good. */
function daysOf(leaf: Leaf): number | null {
  switch (leaf.op) {
    case 'lab':
      return leaf.withinDays ?? labWindowDays(leaf.analyte)
    case 'observation':
      return leaf.withinDays ?? observationWindowDays(leaf.concept)
    case 'ps':
      return leaf.withinDays ?? performanceStatusWindowDays
    case 'score':
      return leaf.withinDays ?? scoreWindowDays
    case 'measurableDisease':
      return leaf.withinDays ?? imagingWindowDays
    case 'metastasis':
    case 'diseaseExtent':
      return imagingWindowDays
    case 'attest':
    case 'standardOptions':
      return attestationWindowDays
    case 'therapy':
    case 'surgery':
      return coveringDays('treatment-history-complete', leaf)
    case 'linesOfTherapy':
    case 'interval':
      return completenessWindowDays['treatment-history-complete']
    case 'medication':
      return coveringDays('medicines-reviewed', leaf)
    case 'condition':
      return coveringDays('comorbidities-reviewed', leaf, absentConditionDays(leaf.concept))
    case 'toxicity':
      return coveringDays('comorbidities-reviewed', leaf, acuteWindowDays)
    case 'otherMalignancy':
      return coveringDays('comorbidities-reviewed', leaf)
    case 'infection':
      return coveringDays('infection-status-reviewed', leaf)
    case 'diseaseStatus':
    case 'progression':
      return lookedDays(leaf)
    case 'age':
    case 'sex':
    case 'diagnosis':
    case 'morphology':
    case 'topography':
    case 'grade':
    case 'stage':
    case 'bestResponse':
    case 'biomarker':
    case 'childbearingPotential':
    case 'rareCancer':
    case 'centralReview':
      return null
  }
}
