import { isComparison, isNumber, isOneOfWords, isPairOf, isText, isYesNo, type NodeShape } from './field-check.ts'
import type { BiomarkerLeaf } from './leaf.ts'

const result = isText
const centralReview = isYesNo

/** The fields that each type of test is asked by, beside `type` itself. */
export const biomarkerShapes: Readonly<Record<string, NodeShape>> = {
  variant: shape('variant', { required: { gene: isText, result }, optional: { hgvsP: isText, centralReview } }),
  fusion: shape('fusion', {
    required: { genes: isPairOf(isText), result: isOneOfWords('present') },
    optional: { centralReview },
  }),
  cna: shape('cna', { required: { gene: isText, result }, optional: { centralReview } }),
  hla: shape('hla', { required: { gene: isText, allele: isText, result }, optional: { centralReview } }),
  msi: shape('msi', { required: { result }, optional: { centralReview } }),
  mmr: shape('mmr', { required: { result }, optional: { centralReview } }),
  ihc: shape('ihc', {
    required: { marker: isText },
    optional: { result, cmp: isComparison, value: isNumber, unit: isText, centralReview },
    oneOf: ['result', 'cmp'],
    needs: { cmp: ['value', 'unit'], value: ['cmp'], unit: ['cmp'] },
  }),
  tmb: shape('tmb', { required: { cmp: isComparison, value: isNumber, unit: isText }, optional: { centralReview } }),
  rareInCommon: shape('rareInCommon', { required: {} }),
}

function shape(type: BiomarkerLeaf['type'], fields: NodeShape): NodeShape {
  return { ...fields, required: { type: isOneOfWords(type), ...fields.required } }
}
