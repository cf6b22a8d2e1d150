import type { JointCheck, ValueCheck } from './field-check.ts'
import type { JsonSchema } from './json-schema.ts'

/** Where the field `by` names one of the codes, `field` must be as `check` says. */
export function whereCode(by: string, codes: readonly string[], field: string, check: ValueCheck): JointCheck {
  return {
    at: field,
    accepts: (node) => !isAmong(codes, node[by]) || !Object.hasOwn(node, field) || check.accepts(node[field]),
    problem: `${field} is not what can be recorded of ${listed(codes)}`,
    remedy: `Give ${field} as ${check.wanted}`,
    schema: ifCode(by, codes, { [field]: check.schema }),
  }
}

/** Where the field `by` names one of the codes, `field` means nothing. `others` are the codes that have it. */
export function neverWhere(by: string, codes: readonly string[], field: string, others: readonly string[]): JointCheck {
  return {
    at: field,
    accepts: (node) => !isAmong(codes, node[by]) || !Object.hasOwn(node, field),
    problem: `${field} cannot be recorded of this ${by}`,
    remedy: others.length === 0 ? `Remove ${field}` : `Remove ${field}, or give ${by} as ${listed(others)}`,
    schema: ifCode(by, codes, { [field]: false }),
  }
}

function isAmong(codes: readonly string[], found: unknown): boolean {
  return codes.some((code) => code === found)
}

/** Long lists are cut: whoever reads the fault knows the code that was given. */
function listed(codes: readonly string[]): string {
  return codes.length > 4 ? `${codes.slice(0, 3).join(', ')} and others` : codes.join(' or ')
}

function ifCode(by: string, codes: readonly string[], properties: JsonSchema): JsonSchema {
  return {
    if: { type: 'object', properties: { [by]: { enum: codes } }, required: [by] },
    then: { type: 'object', properties },
  }
}
