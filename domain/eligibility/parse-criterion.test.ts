import { describe, expect, it } from 'vitest'
import { maximumDepth, maximumNodes, parseCriterion, parseExpr } from './parse-criterion.ts'

const criterion = {
  id: 'I1',
  kind: 'inclusion',
  text: 'Platelets at least 100',
  class: 'correctable',
  expr: { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L', withinDays: 28 },
}

function faultsOf(expr: unknown) {
  const parsed = parseExpr(expr)
  return parsed.kind === 'faults' ? parsed.faults : []
}

describe('reading a criterion', () => {
  it('takes a criterion as it stands', () => {
    expect(parseCriterion(criterion)).toEqual({ kind: 'criterion', criterion })
  })

  it('takes text that nobody has written a rule for', () => {
    expect(parseCriterion({ ...criterion, expr: null }).kind).toBe('criterion')
  })

  it('asks for the rule, or null, when neither is there', () => {
    const { expr: _expr, ...withoutRule } = criterion
    expect(parseCriterion(withoutRule)).toMatchObject({
      kind: 'faults',
      faults: [{ pointer: '/expr', problem: 'expr is missing' }],
    })
  })

  it('names the place, the fault and the remedy', () => {
    const parsed = parseCriterion({ ...criterion, expr: { op: 'all', of: [criterion.expr, { op: 'labs' }] } })
    expect(parsed).toMatchObject({ faults: [{ pointer: '/expr/of/1/op', problem: '"labs" is not an operation' }] })
    expect(parsed.kind === 'faults' && parsed.faults[0]?.remedy).toContain('measuredAny')
  })

  it('refuses a misspelt field, which would otherwise leave a limit unchecked', () => {
    expect(faultsOf({ op: 'age', unit: 'years', minimum: 18 })).toMatchObject([
      { pointer: '/minimum', problem: 'minimum is not a field here' },
      { pointer: '', problem: 'the rule asks for nothing', remedy: 'Give at least one of min, max' },
    ])
  })

  it.each([
    ['a limit that is text', { op: 'age', unit: 'years', min: '18' }, '/min'],
    ['days that are not whole', { op: 'diseaseStatus', in: ['progressive'], withinDays: 1.5 }, '/withinDays'],
    ['a negative window', { op: 'therapy', any: ['platinum'], withinDays: -1 }, '/withinDays'],
    ['an empty list, which nothing could meet', { op: 'topography', in: [] }, '/in'],
    ['an unknown comparison', { op: 'lab', analyte: 'anc', cmp: '=>', value: 1, unit: '10*9/L' }, '/cmp'],
    ['a fusion with one gene', { op: 'biomarker', type: 'fusion', genes: ['ALK'], result: 'present' }, '/genes'],
    ['a variant without gene', { op: 'biomarker', type: 'variant', result: 'present' }, '/gene'],
    ['a cell type that is no code', { op: 'morphology', in: ['squamous'] }, '/in'],
    ['a range that runs backwards', { op: 'morphology', range: ['8086', '8051'] }, '/range'],
    ['a part that is no rule', { op: 'not', of: 'age' }, '/of'],
    [
      'a case without outcome',
      { op: 'caseWhen', cases: [{ when: { op: 'childbearingPotential' } }], else: { op: 'childbearingPotential' } },
      '/cases/0/then',
    ],
    ['a name that every object has', { op: 'constructor' }, '/op'],
  ])('refuses %s', (_name, expr, pointer) => {
    expect(faultsOf(expr).map((fault) => fault.pointer)).toContain(pointer)
  })

  it('takes the greatest depth and refuses one more', () => {
    const nested = (depth: number): unknown =>
      depth === 1 ? { op: 'childbearingPotential' } : { op: 'not', of: nested(depth - 1) }
    expect(faultsOf(nested(maximumDepth))).toEqual([])
    expect(faultsOf(nested(maximumDepth + 1))).toMatchObject([
      { problem: 'the rule is nested more than 32 levels deep' },
    ])
  })

  it('takes the greatest size and refuses one more', () => {
    const wide = (nodes: number) => ({
      op: 'any',
      of: Array.from({ length: nodes - 1 }, () => ({ op: 'childbearingPotential' })),
    })
    expect(faultsOf(wide(maximumNodes))).toEqual([])
    expect(faultsOf(wide(maximumNodes + 1))).toMatchObject([{ problem: 'the rule has more than 2000 nodes' }])
  })

  it.each([null, 'text', 7, []])('refuses %j as a criterion', (input) => {
    expect(parseCriterion(input)).toMatchObject({ kind: 'faults', faults: [{ pointer: '' }] })
  })
})
