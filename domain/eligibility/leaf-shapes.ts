import { biomarkerShapes } from './biomarker-shapes.ts'
import {
  isComparison,
  isDays,
  isListOf,
  isMorphologyCode,
  isMorphologyRange,
  isNumber,
  isNumberOrText,
  isOneOfWords,
  isPositive,
  isText,
  isWholeNumber,
  isYesNo,
  type JointCheck,
  type NodeShape,
} from './field-check.ts'
import type { Leaf } from './leaf.ts'
import { questionsOfTreatment, treatmentClasses } from './treatment-classes.ts'

const words = isListOf(isText)
/** A misspelt class would find no treatment, and let an exclusion pass. */
const isTreatmentClass = isOneOfWords(...treatmentClasses, ...questionsOfTreatment)
const measurement = { cmp: isComparison, value: isNumberOrText, unit: isText }
const withinDays = isDays
const limits = { ordered: [['min', 'max']] } as const

/** A word is more or less than nothing: it is the one asked for, or it is not. */
const wordIsEqual: JointCheck = {
  at: 'cmp',
  accepts: ({ value, cmp, unit }) => typeof value !== 'string' || (cmp === '=' && unit === 'qual'),
  problem: 'a word cannot be more or less than another, and has no unit',
  remedy: 'Give cmp as "=" and unit as "qual", or value as a number',
  schema: {
    if: { type: 'object', properties: { value: { type: 'string' } }, required: ['value'] },
    then: { type: 'object', properties: { cmp: { const: '=' }, unit: { const: 'qual' } } },
  },
}

const rangeRunsUp: JointCheck = {
  at: 'range',
  accepts: ({ range }) => !Array.isArray(range) || !(String(range[0]) > String(range[1])),
  problem: 'the range runs backwards, so that nothing can be in it',
  remedy: 'Put the lower cell type first',
  schema: null,
}

/** The fields of every leaf; a leaf kind without an entry here does not compile. */
export const leafShapes: Readonly<Record<Leaf['op'], NodeShape>> = {
  age: {
    required: { unit: isOneOfWords('years', 'months') },
    optional: {
      min: isWholeNumber,
      minInclusive: isYesNo,
      max: isWholeNumber,
      maxInclusive: isYesNo,
      at: isOneOfWords('anchor', 'diagnosis'),
    },
    oneOf: ['min', 'max'],
    needs: { minInclusive: ['min'], maxInclusive: ['max'] },
    ...limits,
  },
  sex: { required: { in: isListOf(isOneOfWords('female', 'male', 'indeterminate')) } },
  diagnosis: {
    required: { entities: words },
    optional: {
      morphology: isListOf(isMorphologyCode),
      confirmation: isOneOfWords('histology', 'histologyOrCytology', 'any'),
    },
  },
  morphology: {
    required: {},
    optional: { in: isListOf(isMorphologyCode), range: isMorphologyRange },
    oneOf: ['in', 'range'],
    joint: [rangeRunsUp],
  },
  topography: { required: { in: words } },
  grade: { required: { in: words } },
  stage: {
    required: { system: isText },
    optional: { t: words, n: words, m: words, group: words },
    oneOf: ['t', 'n', 'm', 'group'],
  },
  diseaseExtent: { required: { in: words } },
  diseaseStatus: { required: { in: words }, optional: { after: isOneOfWords('firstLine'), withinDays } },
  progression: { required: {}, optional: { relativeTo: isOneOfWords('firstLine.end', 'lastLine.end'), withinDays } },
  bestResponse: { required: { in: words }, optional: { to: isOneOfWords('firstLine', 'lastLine') } },
  measurableDisease: {
    required: { by: isText },
    optional: { irradiatedLesionRule: isOneOfWords('progressed-only'), withinDays },
  },
  metastasis: {
    required: { site: isText, status: isOneOfWords('present', 'absent', 'treated', 'stable') },
    optional: { forAtLeastDays: isDays },
  },
  ps: {
    required: { scale: isOneOfWords('ECOG', 'Karnofsky', 'Lansky') },
    optional: { in: isListOf(isNumber), min: isNumber, max: isNumber, withinDays },
    oneOf: ['in', 'min', 'max'],
    ...limits,
  },
  lab: { required: { analyte: isText, ...measurement }, optional: { withinDays }, joint: [wordIsEqual] },
  observation: { required: { concept: isText, ...measurement }, optional: { withinDays }, joint: [wordIsEqual] },
  score: {
    required: { name: isText },
    optional: { in: isListOf(isNumberOrText), min: isNumber, max: isNumber, withinDays },
    oneOf: ['in', 'min', 'max'],
    ...limits,
  },
  /** The other fields depend on the type: see `biomarkerShapes`. */
  biomarker: { required: { type: isOneOfWords(...Object.keys(biomarkerShapes)) } },
  therapy: {
    required: { any: isListOf(isTreatmentClass) },
    optional: {
      forCurrentCancer: isYesNo,
      setting: words,
      site: isText,
      withinDays,
      orHalfLives: isPositive,
      whichever: isOneOfWords('longer', 'shorter'),
      cyclesMin: isWholeNumber,
      cyclesMax: isWholeNumber,
    },
    needs: { whichever: ['withinDays', 'orHalfLives'] },
    ordered: [['cyclesMin', 'cyclesMax']],
  },
  linesOfTherapy: {
    required: { setting: words },
    optional: { min: isWholeNumber, max: isWholeNumber },
    oneOf: ['min', 'max'],
    ...limits,
  },
  surgery: { required: { procedure: isText }, optional: { margin: words, withinDays } },
  medication: {
    required: { concept: isText },
    optional: {
      status: isOneOfWords('active'),
      only: isYesNo,
      withinDays,
      doseMgPredEqMin: isPositive,
      doseCmp: isOneOfWords('>', '>='),
    },
    oneOf: ['status', 'withinDays'],
    needs: { doseCmp: ['doseMgPredEqMin'] },
  },
  condition: {
    required: { concept: isText },
    optional: {
      status: isOneOfWords('active', 'history'),
      withinDays,
      needsSystemicTherapy: isYesNo,
      severityMin: isText,
    },
  },
  infection: { required: { agent: isText, result: isText }, optional: { withinDays } },
  toxicity: {
    required: {},
    optional: { term: isText, onlyTerms: words, gradeMin: isWholeNumber, ever: isYesNo, withinDays },
    oneOf: ['term', 'onlyTerms'],
  },
  otherMalignancy: { required: {}, optional: { onlyTypes: words, withinDays } },
  childbearingPotential: { required: {} },
  interval: {
    required: { from: isText, to: isOneOfWords('anchor') },
    optional: { minDays: isDays, maxDays: isDays },
    oneOf: ['minDays', 'maxDays'],
    ordered: [['minDays', 'maxDays']],
  },
  standardOptions: { required: { in: words } },
  rareCancer: { required: { definition: isOneOfWords('RARECARE', 'ACT2026') } },
  centralReview: { required: { type: isText, result: isText } },
  attest: { required: { by: isOneOfWords('clinician', 'patient'), text: isText } },
}
