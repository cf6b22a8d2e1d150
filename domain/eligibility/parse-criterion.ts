import type { Criterion, Expr } from './criterion.ts'
import { type FieldCheck, isListOf, isOneOfWords, isText, type NodeShape } from './field-check.ts'
import { operations, shapeOf } from './node-shapes.ts'

/** Where the fault is (a JSON pointer from the parsed value), what is wrong, and how to mend it. */
export interface CriterionFault {
  readonly pointer: string
  readonly problem: string
  readonly remedy: string
}

export type ParsedCriterion =
  | { readonly kind: 'criterion'; readonly criterion: Criterion }
  | { readonly kind: 'faults'; readonly faults: readonly CriterionFault[] }

/** A rule deeper or larger than this is a mistake, and evaluating it would take too long. */
export const maximumDepth = 32
export const maximumNodes = 2000

/**
 * Reads a criterion from JSON. Example of a fault: `{ pointer: '/expr/of/1/unit', problem: 'unit is missing', remedy:
 * 'Give unit as text' }`. Unknown fields are faults, because a misspelt limit would otherwise not be checked.
 */
export function parseCriterion(input: unknown): ParsedCriterion {
  const faults: CriterionFault[] = []
  if (!isRecord(input))
    return { kind: 'faults', faults: [fault('', 'a criterion must be an object', 'Write { "id": …, "kind": …, … }')] }
  checkFields(input, criterionShape, '', faults, () => undefined)
  if (!('expr' in input)) {
    faults.push(fault('/expr', 'expr is missing', 'Give the rule, or null where the text has none yet'))
  } else if (input.expr !== null) {
    checkExpr(input.expr, '/expr', 1, { nodes: 0, faults })
  }
  return faults.length > 0
    ? { kind: 'faults', faults }
    : { kind: 'criterion', criterion: input as unknown as Criterion }
}

/** The same for a bare expression, as the editor holds one. */
export function parseExpr(
  input: unknown,
):
  | { readonly kind: 'expr'; readonly expr: Expr }
  | { readonly kind: 'faults'; readonly faults: readonly CriterionFault[] } {
  const faults: CriterionFault[] = []
  checkExpr(input, '', 1, { nodes: 0, faults })
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'expr', expr: input as Expr }
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
  if (progress.nodes > maximumNodes) return
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
  checkFields(input, shape, pointer, progress.faults, (part, at) => checkExpr(part, at, depth + 1, progress))
}

function checkFields(
  input: Readonly<Record<string, unknown>>,
  shape: NodeShape,
  pointer: string,
  faults: CriterionFault[],
  checkPart: (part: unknown, pointer: string) => void,
): void {
  const known = { ...shape.required, ...shape.optional }
  for (const name of Object.keys(input)) {
    if (name === 'op' || Object.hasOwn(known, name)) continue
    const names = Object.keys(known).join(', ')
    faults.push(
      fault(at(pointer, name), `${name} is not a field here`, names === '' ? 'Remove it' : `Use only ${names}`),
    )
  }
  for (const [name, check] of Object.entries(known)) {
    if (name in input) applyCheck(input[name], name, check, at(pointer, name), faults, checkPart)
    else if (Object.hasOwn(shape.required, name))
      faults.push(fault(at(pointer, name), `${name} is missing`, `Give ${name} as ${check.wanted}`))
  }
  const { oneOf } = shape
  if (oneOf !== undefined && !oneOf.some((name) => name in input)) {
    faults.push(fault(pointer, 'the rule asks for nothing', `Give at least one of ${oneOf.join(', ')}`))
  }
}

function applyCheck(
  value: unknown,
  name: string,
  check: FieldCheck,
  pointer: string,
  faults: CriterionFault[],
  checkPart: (part: unknown, pointer: string) => void,
): void {
  const { kind } = check
  if (kind === 'value' && check.accepts(value)) return
  if (kind === 'part') {
    checkPart(value, pointer)
    return
  }
  if (kind === 'parts' && Array.isArray(value)) {
    for (const [index, part] of value.entries()) checkPart(part, `${pointer}/${index}`)
    return
  }
  if (kind === 'objects' && Array.isArray(value) && value.every(isRecord)) {
    for (const [index, part] of value.entries())
      checkFields(part, check.shape, `${pointer}/${index}`, faults, checkPart)
    return
  }
  faults.push(fault(pointer, `${name} is ${described(value)}`, `Give ${name} as ${check.wanted}`))
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
    expr: { kind: 'value', accepts: () => true, wanted: 'a rule or null' },
  },
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function described(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Escapes as RFC 6901 asks. */
function at(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

function fault(pointer: string, problem: string, remedy: string): CriterionFault {
  return { pointer, problem, remedy }
}
