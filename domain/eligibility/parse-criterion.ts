import { type CriterionFault, checkFields, fault, isRecord } from './check-fields.ts'
import type { Criterion, Expr } from './criterion.ts'
import { isListOf, isOneOfWords, isText, type NodeShape } from './field-check.ts'
import { operations, shapeOf } from './node-shapes.ts'

export type ParsedCriterion =
  | { readonly kind: 'criterion'; readonly criterion: Criterion }
  | { readonly kind: 'faults'; readonly faults: readonly CriterionFault[] }

/** A rule deeper or larger than this is a mistake, and evaluating it would take too long. */
export const maximumDepth = 32
export const maximumNodes = 2000
/** More faults than anybody mends in one go are not looked for. */
export const maximumFaults = 20

/**
 * Reads a criterion from JSON, and names all that is wrong with it, up to `maximumFaults`. Example of a fault: `{ pointer:
 * '/expr/of/1/unit', problem: 'unit is missing', remedy: 'Give unit as text' }`. Unknown fields are faults, because a
 * misspelt limit would otherwise not be checked.
 */
export function parseCriterion(input: unknown): ParsedCriterion {
  const faults: CriterionFault[] = []
  return isCriterion(input, faults) ? { kind: 'criterion', criterion: input } : listed(faults)
}

/** The same for a bare expression, as the editor holds one. */
export function parseExpr(
  input: unknown,
):
  | { readonly kind: 'expr'; readonly expr: Expr }
  | { readonly kind: 'faults'; readonly faults: readonly CriterionFault[] } {
  const faults: CriterionFault[] = []
  return isExpr(input, '', faults) ? { kind: 'expr', expr: input } : listed(faults)
}

function listed(faults: readonly CriterionFault[]) {
  return { kind: 'faults', faults: faults.slice(0, maximumFaults) } as const
}

/** Adds what is wrong to the faults; without any it is a criterion, as every field has been checked. */
function isCriterion(input: unknown, faults: CriterionFault[]): input is Criterion {
  if (!isRecord(input)) {
    faults.push(fault('', 'a criterion must be an object', 'Write { "id": …, "kind": …, … }'))
    return false
  }
  checkFields(input, criterionShape, '', faults, () => undefined)
  if (!Object.hasOwn(input, 'expr')) {
    faults.push(fault('/expr', 'expr is missing', 'Give the rule, or null where the text has none yet'))
  } else if (input.expr !== null) {
    isExpr(input.expr, '/expr', faults)
  }
  return faults.length === 0
}

/** The same for a rule that stands at `pointer`. */
function isExpr(input: unknown, pointer: string, faults: CriterionFault[]): input is Expr {
  checkExpr(input, pointer, 1, { nodes: 0, faults })
  return faults.length === 0
}

interface Progress {
  nodes: number
  readonly faults: CriterionFault[]
}

function checkExpr(input: unknown, pointer: string, depth: number, progress: Progress): void {
  progress.nodes += 1
  if (progress.nodes === maximumNodes + 1) {
    progress.faults.push(
      fault(pointer, `the rule has more than ${maximumNodes} nodes`, 'Split it into several criteria'),
    )
  }
  if (progress.nodes > maximumNodes || progress.faults.length >= maximumFaults) return
  if (depth > maximumDepth) {
    progress.faults.push(fault(pointer, `the rule is nested more than ${maximumDepth} levels deep`, 'Make it flatter'))
    return
  }
  if (!isRecord(input)) {
    progress.faults.push(fault(pointer, 'a rule must be an object with "op"', 'Write { "op": … }'))
    return
  }
  const shape = shapeOf(input)
  if (shape === undefined) {
    const found = typeof input.op === 'string' ? `"${input.op}" is not an operation` : 'op is missing or not text'
    progress.faults.push(fault(`${pointer}/op`, found, `Use one of ${operations.join(', ')}`))
    return
  }
  const { op: _op, ...fields } = input
  checkFields(fields, shape, pointer, progress.faults, (part, at) => checkExpr(part, at, depth + 1, progress))
}

/** `expr` is checked apart, because it may be null. */
const criterionShape: NodeShape = {
  required: {
    id: isText,
    kind: isOneOfWords('inclusion', 'exclusion'),
    text: isText,
    class: isOneOfWords('hard', 'correctable', 'washout', 'timeLimited', 'judgement', 'advisory', 'gate'),
  },
  optional: {
    appliesTo: isListOf(isText),
    expr: { kind: 'value', accepts: () => true, wanted: 'a rule or null', schema: {} },
  },
}
