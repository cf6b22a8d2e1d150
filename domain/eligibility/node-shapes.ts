import { biomarkerShapes } from './biomarker-shapes.ts'
import type { Branch } from './criterion.ts'
import { type FieldCheck, isCount, isText, type JointCheck, type NodeShape } from './field-check.ts'
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
const parts: FieldCheck = { kind: 'parts', wanted: 'a list of at least one rule' }

/** More than there are could never be reached. */
function isWithinCount(count: string): JointCheck {
  return {
    at: count,
    accepts: ({ of, [count]: asked }) => !Array.isArray(of) || typeof asked !== 'number' || asked <= of.length,
    problem: `${count} is more than there are rules`,
    remedy: `Give ${count} as at most the number of rules in "of"`,
    schema: { description: `${count} is at most the number of rules in "of", which this schema does not check.` },
  }
}

/** The parts of every branch. */
export const branchShapes: Readonly<Record<Branch['op'], NodeShape>> = {
  all: { required: { of: parts } },
  any: { required: { of: parts } },
  not: { required: { of: part } },
  atLeast: { required: { n: isCount, of: parts }, joint: [isWithinCount('n')] },
  unless: { required: { rule: part, exception: part } },
  exceptWhen: { required: { rule: part, exception: part } },
  ifThen: { required: { if: part, then: part } },
  caseWhen: { required: { cases: objects({ required: { when: part, then: part } }), else: part } },
  measuredAny: { required: { min: isCount, of: parts }, joint: [isWithinCount('min')] },
  cohort: { required: { assign: objects({ required: { cohort: isText, when: part } }) } },
  inCohort: { required: { cohort: isText, expr: part } },
}

const shapes: Readonly<Record<string, NodeShape>> = { ...branchShapes, ...leafShapes }

/** Every word that may stand as `op`. */
export const operations: readonly string[] = Object.keys(shapes)

function objects(shape: NodeShape): FieldCheck {
  return { kind: 'objects', shape, wanted: 'a list of at least one object' }
}
