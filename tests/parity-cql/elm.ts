/** A node of HL7's Expression Logical Model, the form in which CQL is run. Null is "not known", as in CQL itself. */
export interface ElmNode {
  readonly type: string
  readonly [field: string]: unknown
}

export const elmNull: ElmNode = { type: 'Null' }
export const elmTrue: ElmNode = literal('Boolean', 'true')
export const elmFalse: ElmNode = literal('Boolean', 'false')

export function elmText(value: string): ElmNode {
  return literal('String', value)
}

export function elmNumber(value: number): ElmNode {
  return Number.isInteger(value) ? literal('Integer', String(value)) : literal('Decimal', String(value))
}

export function elmDate(year: number, month: number, day: number): ElmNode {
  return { type: 'Date', year: elmNumber(year), month: elmNumber(month), day: elmNumber(day) }
}

/** A value of the patient's record, null where any step of the path is absent. */
export function elmProperty(path: string): ElmNode {
  return { type: 'Property', path, source: { type: 'ExpressionRef', name: 'Patient' } }
}

export function elmCall(type: string, ...operand: readonly ElmNode[]): ElmNode {
  return { type, operand: operand.length === 1 ? operand[0] : operand }
}

/** ELM joins two at a time; nothing to satisfy is true. */
export function elmAll(parts: readonly ElmNode[]): ElmNode {
  return parts.length === 0 ? elmTrue : parts.reduce((all, part) => elmCall('And', all, part))
}

/** Nothing to choose from is false. */
export function elmAny(parts: readonly ElmNode[]): ElmNode {
  return parts.length === 0 ? elmFalse : parts.reduce((any, part) => elmCall('Or', any, part))
}

/** A condition that is null counts as one that does not hold. */
export function elmIf(condition: ElmNode, then: ElmNode, otherwise: ElmNode): ElmNode {
  return { type: 'If', condition, then, else: otherwise }
}

/** How many of the parts satisfy the question, for example "IsTrue". */
export function elmCount(question: 'IsTrue' | 'IsFalse' | 'IsNull', parts: readonly ElmNode[]): ElmNode {
  const element = parts.map((part) => elmIf(elmCall(question, part), elmNumber(1), elmNull))
  return { type: 'Count', source: { type: 'List', element } }
}

/** The text is one of the list that the property holds. Ask it only of a list that is there. */
export function elmListHas(list: ElmNode, value: string): ElmNode {
  return elmCall('In', elmText(value), list)
}

function literal(type: string, value: string): ElmNode {
  return { type: 'Literal', valueType: `{urn:hl7-org:elm-types:r1}${type}`, value }
}
