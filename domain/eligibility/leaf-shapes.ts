import { taxonomy } from '../cancer/taxonomy.ts'
import { ageLimits } from './age-limits.ts'
import { unitsByCode } from './askable-units.ts'
import {
  isCodeOf,
  isDetailOf,
  isWordOf,
  limitByCode,
  onlyWithDetail,
  valueByCode,
  wordByCode,
  wordsByCode,
} from './askable-words.ts'
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
  isTopographyCode,
  isWholeNumber,
  isYesNo,
  type JointCheck,
  type NodeShape,
} from './field-check.ts'
import { recordableCodes } from './finding-shape.ts'
import { isIntervalEvent } from './interval-event.ts'
import type { Leaf } from './leaf.ts'
import { unassessedResponses } from './leaves/evaluate-course.ts'
import { tnmShapes } from './stage-shapes.ts'
import { questionsOfTreatment, treatmentClasses } from './treatment-classes.ts'
import { resectionMargins, surgicalProcedures, treatmentSettings, treatmentSites } from './treatment-words.ts'

/** A misspelt class would find no treatment, and let an exclusion pass. */
const isTreatmentClass = isOneOfWords(...treatmentClasses, ...questionsOfTreatment)
/** There are too many to name them all in a remedy. */
const isCancerType = {
  ...isOneOfWords(...taxonomy.map(({ id }) => id)),
  wanted: 'identifiers of the list of cancer types, such as "sa-ewing"',
}
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
  accepts: ({ range }) => !isMorphologyRange.accepts(range) || !isBackwards(range),
  problem: 'the range runs backwards, so that nothing can be in it',
  remedy: 'Put the lower cell type first',
  schema: null,
}

function isBackwards(range: unknown): boolean {
  return Array.isArray(range) && String(range[0]) > String(range[1])
}

/** A category that was looked for and cannot be told (TX, NX) is no question. */
function isCategory(part: keyof typeof tnmShapes) {
  const shape = tnmShapes[part]
  const values = shape.kind === 'choice' ? shape.choices.map(({ value }) => String(value)) : []
  return isListOf(isOneOfWords(...values.filter((value) => !value.endsWith('X'))))
}

function scaleValues(kind: 'performance-status' | 'score', by: string): readonly JointCheck[] {
  return [...wordsByCode(kind, by, 'in'), ...limitByCode(kind, by, 'min'), ...limitByCode(kind, by, 'max')]
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
    joint: ageLimits,
    ...limits,
  },
  sex: { required: { in: isListOf(isOneOfWords('female', 'male', 'indeterminate')) } },
  diagnosis: {
    required: { entities: isListOf(isCancerType) },
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
  topography: { required: { in: isListOf(isTopographyCode) } },
  grade: { required: { in: isListOf(isWordOf('grade')) } },
  stage: {
    required: { system: isCodeOf('stage') },
    optional: { t: isCategory('t'), n: isCategory('n'), m: isCategory('m'), group: isListOf(isWordOf('stage')) },
    oneOf: ['t', 'n', 'm', 'group'],
    joint: [
      ...wordsByCode('stage', 'system', 'group'),
      ...(['t', 'n', 'm'] as const).map((part) => onlyWithDetail('stage', 'system', part, part)),
    ],
  },
  diseaseExtent: { required: { in: isListOf(isWordOf('disease-extent')) } },
  diseaseStatus: {
    required: { in: isListOf(isWordOf('disease-status')) },
    optional: { after: isOneOfWords('firstLine'), withinDays },
  },
  progression: { required: {}, optional: { relativeTo: isOneOfWords('firstLine.end', 'lastLine.end'), withinDays } },
  bestResponse: {
    required: { in: isListOf(isWordOf('best-response', unassessedResponses)) },
    optional: { to: isOneOfWords('firstLine', 'lastLine') },
  },
  measurableDisease: {
    required: { by: isDetailOf('measurable-disease', 'by') },
    optional: { irradiatedLesionRule: isOneOfWords('progressed-only'), withinDays },
  },
  metastasis: {
    required: { site: isCodeOf('metastasis'), status: isOneOfWords('present', 'absent', 'treated', 'stable') },
    optional: { forAtLeastDays: isDays },
  },
  ps: {
    required: { scale: isCodeOf('performance-status') },
    optional: { in: isListOf(isNumber), min: isNumber, max: isNumber, withinDays },
    oneOf: ['in', 'min', 'max'],
    joint: scaleValues('performance-status', 'scale'),
    ...limits,
  },
  lab: {
    required: { analyte: isCodeOf('lab'), ...measurement },
    optional: { withinDays },
    joint: [wordIsEqual, ...valueByCode('lab', 'analyte'), ...unitsByCode('lab', 'analyte')],
  },
  observation: {
    required: { concept: isCodeOf('observation'), ...measurement },
    optional: { withinDays },
    joint: [wordIsEqual, ...valueByCode('observation', 'concept'), ...unitsByCode('observation', 'concept')],
  },
  score: {
    required: { name: isCodeOf('score') },
    optional: { in: isListOf(isNumberOrText), min: isNumber, max: isNumber, withinDays },
    oneOf: ['in', 'min', 'max'],
    joint: scaleValues('score', 'name'),
    ...limits,
  },
  /** The other fields depend on the type: see `biomarkerShapes`. */
  biomarker: { required: { type: isOneOfWords(...Object.keys(biomarkerShapes)) } },
  therapy: {
    required: { any: isListOf(isTreatmentClass) },
    optional: {
      forCurrentCancer: isYesNo,
      setting: isListOf(isOneOfWords(...treatmentSettings)),
      site: isOneOfWords(...treatmentSites),
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
    required: { setting: isListOf(isOneOfWords('any', ...treatmentSettings)) },
    optional: { min: isWholeNumber, max: isWholeNumber },
    oneOf: ['min', 'max'],
    ...limits,
  },
  surgery: {
    required: { procedure: isOneOfWords(...surgicalProcedures) },
    optional: { margin: isListOf(isOneOfWords(...resectionMargins)), withinDays },
  },
  medication: {
    required: { concept: isCodeOf('medication') },
    optional: {
      status: isOneOfWords('active'),
      only: isYesNo,
      withinDays,
      doseMgPredEqMin: isPositive,
      doseCmp: isOneOfWords('>', '>='),
    },
    oneOf: ['status', 'withinDays'],
    needs: { doseCmp: ['doseMgPredEqMin'] },
    joint: [onlyWithDetail('medication', 'concept', 'doseMgPredEq', 'doseMgPredEqMin')],
  },
  condition: {
    required: { concept: isCodeOf('condition') },
    optional: {
      status: isOneOfWords('active', 'history'),
      withinDays,
      needsSystemicTherapy: isYesNo,
      severityMin: isDetailOf('condition', 'severity'),
    },
    joint: [
      onlyWithDetail('condition', 'concept', 'needsSystemicTherapy', 'needsSystemicTherapy'),
      onlyWithDetail('condition', 'concept', 'severity', 'severityMin'),
    ],
  },
  infection: {
    required: { agent: isCodeOf('infection'), result: isWordOf('infection') },
    optional: { withinDays },
  },
  toxicity: {
    required: {},
    optional: {
      term: isOneOfWords('any', ...recordableCodes('toxicity')),
      onlyTerms: isListOf(isCodeOf('toxicity')),
      gradeMin: isOneOfWords(1, 2, 3, 4),
      ever: isYesNo,
      withinDays,
    },
    oneOf: ['term', 'onlyTerms'],
  },
  otherMalignancy: { required: {}, optional: { onlyTypes: isListOf(isCodeOf('other-malignancy')), withinDays } },
  childbearingPotential: { required: {} },
  interval: {
    required: { from: isIntervalEvent, to: isOneOfWords('anchor') },
    optional: { minDays: isDays, maxDays: isDays },
    oneOf: ['minDays', 'maxDays'],
    ordered: [['minDays', 'maxDays']],
  },
  standardOptions: { required: { in: isListOf(isWordOf('standard-options')) } },
  rareCancer: { required: { definition: isOneOfWords('RARECARE', 'ACT2026') } },
  centralReview: {
    required: { type: isCodeOf('central-review'), result: isWordOf('central-review') },
    joint: wordByCode('central-review', 'type', 'result'),
  },
  attest: { required: { by: isOneOfWords('clinician', 'patient'), text: isText } },
}
