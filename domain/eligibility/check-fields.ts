import type { FieldCheck, JointCheck, NodeShape } from './field-check.ts'

/** Where the fault is (a JSON pointer from the parsed value), what is wrong, and how to mend it. */
export interface CriterionFault {
  readonly pointer: string
  readonly problem: string
  readonly remedy: string
}

/** Adds what is wrong with the fields of one node; rules inside it are left to `checkPart`. */
export function checkFields(
  input: Readonly<Record<string, unknown>>,
  shape: NodeShape,
  pointer: string,
  faults: CriterionFault[],
  checkPart: (part: unknown, pointer: string) => void,
): void {
  const known = { ...shape.required, ...shape.optional }
  for (const name of Object.keys(input)) {
    if (Object.hasOwn(known, name)) continue
    const names = Object.keys(known).join(', ')
    faults.push(
      fault(at(pointer, name), `${name} is not a field here`, names === '' ? 'Remove it' : `Use only ${names}`),
    )
  }
  for (const [name, check] of Object.entries(known)) {
    if (Object.hasOwn(input, name)) applyCheck(input[name], name, check, at(pointer, name), faults, checkPart)
    else if (Object.hasOwn(shape.required, name))
      faults.push(fault(at(pointer, name), `${name} is missing`, `Give ${name} as ${check.wanted}`))
  }
  const { oneOf } = shape
  if (oneOf !== undefined && !oneOf.some((name) => Object.hasOwn(input, name))) {
    faults.push(fault(pointer, 'the rule asks for nothing', `Give at least one of ${oneOf.join(', ')}`))
  }
  checkTogether(input, shape, pointer, faults)
}

/** What fields must be beside each other. */
function checkTogether(
  input: Readonly<Record<string, unknown>>,
  { needs = {}, ordered = [], joint = [] }: NodeShape,
  pointer: string,
  faults: CriterionFault[],
): void {
  for (const [name, others] of Object.entries(needs)) {
    const missing = others.filter((other) => !Object.hasOwn(input, other))
    if (Object.hasOwn(input, name) && missing.length > 0) {
      const remedy = `Give ${missing.join(' and ')} too, or remove ${name}`
      faults.push(fault(at(pointer, name), `${name} means nothing without ${missing.join(' and ')}`, remedy))
    }
  }
  for (const [lower, upper] of ordered) {
    const [least, most] = [input[lower], input[upper]]
    if (typeof least === 'number' && typeof most === 'number' && least > most) {
      const remedy = `Give ${lower} as at most ${upper}`
      faults.push(fault(at(pointer, lower), `${lower} is above ${upper}, so that nothing can be both`, remedy))
    }
  }
  for (const check of joint) {
    const place = at(pointer, check.at)
    // What is wrong by itself is not told again.
    if (faults.some((known) => known.pointer === place) || check.accepts(input)) continue
    const words = (said: JointCheck['problem']) => (typeof said === 'string' ? said : said(input))
    faults.push(fault(place, words(check.problem), words(check.remedy)))
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
  if (kind === 'parts' && Array.isArray(value) && value.length > 0) {
    for (const [index, part] of value.entries()) checkPart(part, `${pointer}/${index}`)
    return
  }
  if (kind === 'objects' && Array.isArray(value) && value.length > 0 && value.every(isRecord)) {
    for (const [index, part] of value.entries())
      checkFields(part, check.shape, `${pointer}/${index}`, faults, checkPart)
    return
  }
  faults.push(fault(pointer, `${name} is ${described(value)}`, `Give ${name} as ${check.wanted}`))
}

/** An object as JSON makes it: one that inherits fields could hide some from the check. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export function described(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

/** Escapes as RFC 6901 asks. */
function at(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
}

export function fault(pointer: string, problem: string, remedy: string): CriterionFault {
  return { pointer, problem, remedy }
}
