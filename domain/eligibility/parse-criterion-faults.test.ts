import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriterionFault } from './check-fields.ts'
import { maximumFaults, parseCriterion, parseExpr } from './parse-criterion.ts'
import { sampleLeaves } from './sample-leaves.ts'

function faultsOf(expr: unknown): readonly CriterionFault[] {
  const parsed = parseExpr(expr)
  return parsed.kind === 'faults' ? parsed.faults : []
}

const anc = { op: 'lab', analyte: 'anc', cmp: '>=', value: 1.5, unit: '10*9/L' }

describe('a malformed rule', () => {
  it('is told all its faults at once, each at its own node', () => {
    const rule = {
      op: 'all',
      of: [{ ...anc, cmp: 'over' }, { op: 'not', of: { op: 'age', unit: 'weeks' } }, { op: 'anything' }],
    }
    expect(faultsOf(rule).map(({ pointer }) => pointer)).toEqual(['/of/0/cmp', '/of/1/of/unit', '/of/1/of', '/of/2/op'])
  })

  it('is told twenty faults and no more', () => {
    const wrong = (count: number) => ({ op: 'all', of: Array.from({ length: count }, () => ({ op: 'labs' })) })
    expect(faultsOf(wrong(maximumFaults - 1))).toHaveLength(19)
    expect(faultsOf(wrong(maximumFaults))).toHaveLength(20)
    expect(faultsOf(wrong(maximumFaults + 1))).toHaveLength(20)
    expect(
      faultsOf({ ...anc, ...Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`extra${i}`, i])) }),
    ).toHaveLength(20)
  })

  it.each<[string, unknown, string]>([
    ['nothing to choose from', { op: 'any', of: [] }, '/of'],
    ['nothing to satisfy, which everybody would meet', { op: 'all', of: [] }, '/of'],
    ['no case', { op: 'caseWhen', cases: [], else: anc }, '/cases'],
    ['no cohort', { op: 'cohort', assign: [] }, '/assign'],
    ['none of a list, which everybody would meet', { op: 'atLeast', n: 0, of: [anc] }, '/n'],
    ['more than there are', { op: 'atLeast', n: 2, of: [anc] }, '/n'],
    ['none measured, so that a gap would pass', { op: 'measuredAny', min: 0, of: [anc] }, '/min'],
    ['more measured than there are', { op: 'measuredAny', min: 2, of: [anc] }, '/min'],
    ['a least age above the greatest', { op: 'age', unit: 'years', min: 18, max: 17 }, '/min'],
    [
      'an interval that has passed before it begins',
      { op: 'interval', from: 'firstLine.end', to: 'anchor', minDays: 29, maxDays: 28 },
      '/minDays',
    ],
    ['more than a word', { op: 'lab', analyte: 'hcg', cmp: '>', value: 'negative', unit: 'qual' }, '/cmp'],
    ['a word with a unit', { op: 'lab', analyte: 'hcg', cmp: '=', value: 'negative', unit: 'U/L' }, '/cmp'],
    ['a comparison without a number', { op: 'biomarker', type: 'ihc', marker: 'AR', cmp: '>=' }, '/cmp'],
    [
      'the longer of one window',
      { op: 'therapy', any: ['platinum'], withinDays: 14, whichever: 'longer' },
      '/whichever',
    ],
    ['no half-lives', { op: 'therapy', any: ['platinum'], orHalfLives: 0 }, '/orHalfLives'],
    ['a name made of spaces', { op: 'surgery', procedure: ' ' }, '/procedure'],
    [
      'a field of every rule inside a case',
      { op: 'caseWhen', cases: [{ op: 'all', when: anc, then: anc }], else: anc },
      '/cases/0/op',
    ],
  ])('that asks for %s is refused', (_name, rule, pointer) => {
    expect(faultsOf(rule).map((fault) => fault.pointer)).toContain(pointer)
  })

  it.each([
    ['equal limits', { op: 'age', unit: 'years', min: 18, max: 18 }],
    ['all of a list', { op: 'atLeast', n: 1, of: [anc] }],
  ])('is not what %s make', (_name, rule) => {
    expect(faultsOf(rule)).toEqual([])
  })
})

describe('a limit of age', () => {
  const years = (limits: object) => faultsOf({ op: 'not', of: { op: 'age', unit: 'years', ...limits } })
  const months = (limits: object) => faultsOf({ op: 'age', unit: 'months', ...limits })

  it.each(['min', 'max'])(
    'of the greatest age stands as %s, and one above it is refused with what to give',
    (field) => {
      expect([0, 129, 130].flatMap((age) => years({ [field]: age }))).toEqual([])
      expect(years({ [field]: 131 })).toEqual([
        {
          pointer: `/of/${field}`,
          problem: `${field} is 131 years, which no patient is old`,
          remedy: `Give ${field} as a whole number from 0 to 130 years, or check the unit`,
        },
      ])
      expect([216, 1559, 1560].flatMap((age) => months({ [field]: age }))).toEqual([])
      expect(months({ [field]: 1561 }).map(({ pointer }) => pointer)).toEqual([`/${field}`])
    },
  )

  it.each([-1, 17.5, '18', null])('of %j is refused', (age) => {
    for (const field of ['min', 'max']) {
      expect(years({ [field]: age })).toMatchObject([
        { pointer: `/of/${field}`, remedy: `Give ${field} as a whole number from 0` },
      ])
    }
  })

  it('that nobody can be between is refused', () => {
    expect(years({ min: 18, max: 18, maxInclusive: false })).toMatchObject([
      { pointer: '/of/max', problem: 'nobody is at least 18 and under 18' },
    ])
    expect(years({ max: 0, maxInclusive: false })).toMatchObject([
      { pointer: '/of/max', problem: 'nobody is under the age of 0' },
    ])
    expect(years({ min: 18, max: 17 })).toMatchObject([{ pointer: '/of/min' }])
  })

  it('that somebody can be between stands', () => {
    expect(years({ min: 18, max: 19, maxInclusive: false })).toEqual([])
    // Over 18 begins on the day after the birthday, and 18 lasts until the day before the next.
    expect(years({ min: 18, max: 18, minInclusive: false })).toEqual([])
    expect(years({ max: 1, maxInclusive: false })).toEqual([])
    expect(years({ max: 0 })).toEqual([])
  })
})

describe('fields that are not what they seem', () => {
  it('are refused when JSON names the prototype', () => {
    const rule: unknown = JSON.parse('{"op":"sex","in":["male"],"__proto__":{"op":"any"},"constructor":1}')
    expect(faultsOf(rule).map(({ pointer }) => pointer)).toEqual(['/__proto__', '/constructor'])
  })

  it('are refused when an object inherits them', () => {
    expect(faultsOf(Object.create({ op: 'sex', in: ['male'] }))).toMatchObject([{ pointer: '' }])
    expect(faultsOf(Object.assign(Object.create({ in: ['male'] }), { op: 'sex' }))).toMatchObject([{ pointer: '' }])
    expect(parseCriterion(Object.create({ id: 'I1' }))).toMatchObject({ faults: [{ pointer: '' }] })
  })

  it.each<[object, string]>([
    [{ op: 'lab', cmp: '>', value: 1, unit: 'g/L' }, 'analyte'],
    [{ op: 'lab', analyte: 'anc', cmp: '>', value: 1 }, 'unit'],
    [{ op: 'lab', analyte: 'anc', cmp: '>', unit: '10*9/L' }, 'value'],
    [{ op: 'age', unit: 'years', max: 3 }, 'min'],
    [{ op: 'atLeast', of: [anc] }, 'n'],
    [{ op: 'morphology' }, 'range'],
    [{ op: 'inCohort', expr: anc }, 'cohort'],
  ])('are refused when they cannot be made into text or a number: %j with %s', (rule, field) => {
    const odd: unknown = JSON.parse('{"toString":1,"valueOf":1}')
    for (const held of [odd, [odd, odd]])
      expect(faultsOf({ ...rule, [field]: held }).map(({ pointer }) => pointer)).toContain(`/${field}`)
  })

  it('leave nothing behind on other objects', () => {
    parseExpr(JSON.parse('{"op":"all","of":[{"__proto__":{"polluted":true}}]}'))
    expect('polluted' in {}).toBe(false)
  })
})

it('whatever the input, the answer is a rule or faults that name place, problem and remedy', () => {
  const broken = fc
    .tuple(fc.constantFrom(...sampleLeaves), fc.string(), fc.jsonValue())
    .map(([leaf, name, value]) => ({ op: 'any', of: [{ ...leaf, [name]: value }] }))
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue({ maxDepth: 6 }), broken), (input) => {
      const parsed = parseExpr(input)
      if (parsed.kind === 'expr') return
      expect(parsed.faults.length).toBeGreaterThan(0)
      for (const { pointer, problem, remedy } of parsed.faults) {
        expect(pointer).toMatch(/^(\/|$)/u)
        expect(problem.trim()).not.toBe('')
        expect(remedy.trim()).not.toBe('')
      }
    }),
    { numRuns: 500 },
  )
})
