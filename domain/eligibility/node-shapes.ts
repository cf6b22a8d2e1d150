import { biomarkerShapes } from './biomarker-shapes.ts'
import type { Branch } from './criterion.ts'
import { type FieldCheck, isText, isWholeNumber, type NodeShape } from './field-check.ts'
import { leafShapes } from './leaf-shapes.ts'

/** A biomarker is asked for in its own way by each type of test. */
export function shapeOf(input: Readonly<Record<string, unknown>>): NodeShape | undefined {
  const { op, type } = input
  if (typeof op !== 'string' || !Object.hasOwn(shapes, op)) return undefined
  if (op === 'biomarker' && typeof type === 'string' && Object.hasOwn(biomarkerShapes, type))
    return biomarkerShapes[type]
  return shapes[op]
}

const part: FieldCheck = { kind: 'part', wanted: 'a rule' }
const parts: FieldCheck = { kind: 'parts', wanted: 'a list of rules' }

const branchShapes: Readonly<Record<Branch['op'], NodeShape>> = {
  all: { required: { of: parts } },
  any: { required: { of: parts } },
  not: { required: { of: part } },
  atLeast: { required: { n: isWholeNumber, of: parts } },
  unless: { required: { rule: part, exception: part } },
  exceptWhen: { required: { rule: part, exception: part } },
  ifThen: { required: { if: part, then: part } },
  caseWhen: { required: { cases: objects({ required: { when: part, then: part } }), else: part } },
  measuredAny: { required: { min: isWholeNumber, of: parts } },
  cohort: { required: { assign: objects({ required: { cohort: isText, when: part } }) } },
  inCohort: { required: { cohort: isText, expr: part } },
}

const shapes: Readonly<Record<string, NodeShape>> = { ...branchShapes, ...leafShapes }

/** Every word that may stand as `op`. */
export const operations: readonly string[] = Object.keys(shapes)

function objects(shape: NodeShape): FieldCheck {
  return { kind: 'objects', shape, wanted: 'a list of objects' }
}
