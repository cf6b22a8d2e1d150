import { conditionDetails } from './condition-details.ts'
import { displayValue } from './explain-reading.ts'
import { factName, factNameInside, sentenceCase } from './fact-name.ts'
import {
  absentConditionDays,
  acuteWindowDays,
  attestationWindowDays,
  completenessWindowDays,
  conditionWindowDays,
  diseaseStatusWindowDays,
  extentWindowDays,
  imagingWindowDays,
  isEvent,
  isLasting,
  isLastingInfection,
  labWindowDays,
  observationWindowDays,
  performanceStatusWindowDays,
  scoreWindowDays,
} from './freshness.ts'
import type { ItemContent, ItemSection } from './item-content.ts'
import { metastasisDetails } from './metastasis-details.ts'
import type { Observation } from './patient-record.ts'
import { quantityText } from './quantity-text.ts'
import { comparableWord, isNegativeFinding, presenceOf } from './recorded-word.ts'
import { reviewedCategory } from './reviewed-category.ts'
import { travelReach, travelReachText } from './travel-limit.ts'

/** One dated finding in clinical words. */
export function itemOfObservation(row: Observation): ItemContent {
  return {
    section: sections[row.kind],
    label: labelOf(row),
    valueText: valueTextOf(row),
    on: row.observedOn,
    windowDays: windowOf(row),
    reviewedWith: reviewedCategory(row.kind) ?? null,
  }
}

const sections: Readonly<Record<Observation['kind'], ItemSection>> = {
  lab: 'laboratory',
  observation: 'other',
  'performance-status': 'performance',
  stage: 'extent',
  grade: 'diagnosis',
  'disease-extent': 'extent',
  'disease-status': 'extent',
  progression: 'extent',
  'best-response': 'treatment',
  'measurable-disease': 'extent',
  metastasis: 'extent',
  score: 'performance',
  condition: 'other',
  medication: 'other',
  infection: 'other',
  toxicity: 'other',
  'childbearing-potential': 'other',
  'standard-options': 'treatment',
  'central-review': 'diagnosis',
  'other-malignancy': 'diagnosis',
  attestation: 'other',
  preference: 'other',
}

function labelOf({ kind, code }: Observation): string {
  switch (kind) {
    case 'performance-status':
      return `${code} performance status`
    case 'stage':
      return `Stage (${factNameInside(code)})`
    case 'grade':
      return 'Tumour grade'
    case 'disease-extent':
      return 'Extent of disease'
    case 'disease-status':
      return 'Disease status'
    case 'progression':
      return 'Progression'
    case 'best-response':
      return 'Best response'
    case 'measurable-disease':
      return 'Measurable disease'
    case 'metastasis':
      return `${factName(code)} metastasis`
    case 'toxicity':
      return `Toxicity: ${factNameInside(code)}`
    case 'childbearing-potential':
      return 'Childbearing potential'
    case 'standard-options':
      return 'Standard treatment options'
    case 'other-malignancy':
      return 'Other cancer'
    case 'attestation':
      return code
    case 'preference':
      return 'Travel limit'
    case 'lab':
    case 'observation':
    case 'score':
    case 'condition':
    case 'medication':
    case 'infection':
    case 'central-review':
      return factName(code)
  }
}

function valueTextOf(row: Observation): string {
  const { kind, code, value, detail } = row
  const words = sentenceCase(quantityText(row))
  switch (kind) {
    case 'performance-status':
      // In ECOG, 9 is the code for "not recorded": a number that must not be read as a value.
      return code === 'ECOG' && !(typeof value === 'number' && value >= 0 && value <= 5) ? 'Not recorded' : words
    case 'stage':
      return [String(value), ...[detail.t, detail.n, detail.m].filter((part) => part !== undefined)]
        .filter((part) => part !== '')
        .join(' ')
    case 'best-response':
      return detail.line === undefined ? words : `${words}, to line ${detail.line}`
    case 'measurable-disease':
      return detail.by === undefined ? words : `${words}, by ${displayValue(detail.by)}`
    case 'metastasis':
      return [words, ...metastasisDetails(row)].join(', ')
    case 'toxicity':
      return typeof value === 'number' ? `CTCAE grade ${value}` : words
    case 'preference':
      return travelReachText(travelReach(row))
    case 'medication':
      return [words, ...(detail.name === undefined ? [] : [detail.name]), ...doseOf(detail)].join(', ')
    case 'condition':
      return [words, ...conditionDetails(row)].join(', ')
    case 'other-malignancy':
      return value === true || isSilent(value) ? factName(code) : `${factName(code)}: ${words.toLowerCase()}`
    default:
      return words
  }
}

function doseOf({ doseMgPredEq }: Observation['detail']): readonly string[] {
  return doseMgPredEq === undefined ? [] : [`${doseMgPredEq} mg prednisolone or equivalent a day`]
}

/** A word that adds nothing to the name of the cancer. */
function isSilent(value: Observation['value']): boolean {
  return ['present', 'yes', 'history'].includes(comparableWord(String(value)))
}

/**
 * Measurements age, and so does what was found or not found on a review of its category. What is for life, and what is
 * said of the past, stands until somebody records otherwise.
 */
function windowOf({ kind, code, value }: Observation): number | null {
  switch (kind) {
    case 'lab':
      return labWindowDays(code)
    case 'observation':
      return observationWindowDays(code)
    case 'performance-status':
      return performanceStatusWindowDays
    case 'score':
      return scoreWindowDays
    case 'measurable-disease':
      return imagingWindowDays
    case 'disease-extent':
      return extentWindowDays(String(value))
    case 'disease-status':
    case 'progression':
      return diseaseStatusWindowDays
    case 'attestation':
    case 'standard-options':
      return attestationWindowDays
    case 'metastasis':
      return isNegativeFinding(value) ? imagingWindowDays : null
    case 'condition':
      if (isStandingCondition(code, value)) return null
      return isNegativeFinding(value) ? absentConditionDays(code) : conditionWindowDays(code)
    case 'toxicity':
      return isNegativeFinding(value) ? acuteWindowDays : completenessWindowDays['comorbidities-reviewed']
    case 'medication':
      return completenessWindowDays['medicines-reviewed']
    case 'infection':
      return isLastingInfection(code) && !isNegativeFinding(value)
        ? null
        : completenessWindowDays['infection-status-reviewed']
    case 'stage':
    case 'grade':
    case 'best-response':
    case 'childbearing-potential':
    case 'central-review':
    case 'other-malignancy':
    case 'preference':
      return null
  }
}

function isStandingCondition(code: string, value: Observation['value']): boolean {
  const presence = presenceOf(value)
  return presence === 'past' || (presence === 'active' && (isLasting(code) || isEvent(code)))
}
