import { biomarkerResults, biomarkerUnits } from './biomarker-results.ts'
import {
  isComparison,
  isHlaAllele,
  isNumber,
  isNumberWithin,
  isOneOfWords,
  isPairOf,
  isProteinChange,
  isText,
  isYesNo,
  type JointCheck,
  type NodeShape,
  type ValueCheck,
} from './field-check.ts'
import { whereCode } from './joint-checks.ts'
import type { BiomarkerLeaf } from './leaf.ts'
import type { Biomarker } from './patient-record.ts'

const centralReview = isYesNo

/** The fields that each type of test is asked by, beside `type` itself. */
export const biomarkerShapes: Readonly<Record<string, NodeShape>> = {
  variant: shape('variant', {
    required: { gene: isText, result: isResultOf('variant') },
    optional: { hgvsP: isProteinChange, centralReview },
  }),
  fusion: shape('fusion', {
    required: { genes: isPairOf(isText), result: isOneOfWords('present') },
    optional: { centralReview },
  }),
  cna: shape('cna', { required: { gene: isText, result: isResultOf('cna') }, optional: { centralReview } }),
  hla: shape('hla', {
    required: { gene: isText, allele: isHlaAllele, result: isResultOf('hla') },
    optional: { centralReview },
  }),
  msi: shape('msi', { required: { result: isResultOf('msi') }, optional: { centralReview } }),
  mmr: shape('mmr', { required: { result: isResultOf('mmr') }, optional: { centralReview } }),
  ihc: shape('ihc', {
    required: { marker: isText },
    optional: {
      result: isResultOf('ihc'),
      cmp: isComparison,
      value: isNumber,
      unit: isUnitOf('ihc'),
      centralReview,
    },
    oneOf: ['result', 'cmp'],
    needs: { cmp: ['value', 'unit'], value: ['cmp'], unit: ['cmp'] },
    joint: limitsOf('ihc'),
  }),
  tmb: shape('tmb', {
    required: { cmp: isComparison, value: isNumber, unit: isUnitOf('tmb') },
    optional: { centralReview },
    joint: limitsOf('tmb'),
  }),
  rareInCommon: shape('rareInCommon', { required: {} }),
}

function shape(type: BiomarkerLeaf['type'], fields: NodeShape): NodeShape {
  return { ...fields, required: { type: isOneOfWords(type), ...fields.required } }
}

/** What a report can say. That the sample failed is no answer to any question. */
function isResultOf(type: Biomarker['type']): ValueCheck {
  const results = biomarkerResults[type].map(({ value }) => String(value))
  return isOneOfWords(...results.filter((result) => result !== 'failed'))
}

function isUnitOf(type: Biomarker['type']): ValueCheck {
  return isOneOfWords(...Object.keys(biomarkerUnits[type] ?? {}))
}

/** A limit beyond the scale is passed by all or by none. */
function limitsOf(type: Biomarker['type']): readonly JointCheck[] {
  return Object.entries(biomarkerUnits[type] ?? {}).map(([unit, [from, to]]) =>
    whereCode('unit', [unit], 'value', isNumberWithin(from, to)),
  )
}
