import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriterionFault } from '#domain/eligibility/check-fields.ts'
import { criteriaSchema } from '#domain/eligibility/criteria-schema.ts'
import { operations } from '#domain/eligibility/node-shapes.ts'
import { parseExpr } from '#domain/eligibility/parse-criterion.ts'
import { sampleLeaves } from '#domain/eligibility/sample-leaves.ts'
import { demonstrationTrials } from '../../mocks/data/trials/demonstration-trials.ts'
import { exprOf } from '../support/build-criterion.ts'

const validate = new Ajv2020({ strict: true }).compile(criteriaSchema())

/** Faults that only `parseExpr` can find: sizes, and numbers that another field limits. */
const beyondSchema =
  /more than there are rules|is above|nested more than|has more than \d+ nodes|runs backwards|nobody is at least/u

function agree(rule: unknown): void {
  const parsed = parseExpr(rule)
  const faults: readonly CriterionFault[] = parsed.kind === 'faults' ? parsed.faults : []
  const isOnlyBeyond = faults.length > 0 && faults.every(({ problem }) => beyondSchema.test(problem))
  const expected = faults.length === 0 || isOnlyBeyond
  expect(validate(rule), `${JSON.stringify(rule)}\n${JSON.stringify(faults)}`).toBe(expected)
}

describe('the schema of the criteria language', () => {
  it('has an entry for every operation, and refuses every other', () => {
    const defined = Object.keys(Object(criteriaSchema().$defs))
    for (const operation of operations) expect(defined).toContain(operation)
    expect(validate({ op: 'constructor' })).toBe(false)
  })

  it.each([
    ['atLeast', 'n'],
    ['measuredAny', 'min'],
  ])('says of %s in words what only the parser checks: that %s is no more than there are rules', (op, count) => {
    const tooMany = {
      op: 'all',
      of: [
        { op: 'sex', in: ['male'] },
        { op, [count]: 2, of: [{ op: 'sex', in: ['male'] }] },
      ],
    }
    expect(validate(tooMany)).toBe(true)
    expect(parseExpr(tooMany)).toMatchObject({
      faults: [{ pointer: `/of/1/${count}`, remedy: `Give ${count} as at most the number of rules in "of"` }],
    })
    const { $defs } = JSON.parse(JSON.stringify(criteriaSchema()))
    expect($defs[op].allOf).toEqual([{ description: expect.stringContaining('does not check') }])
  })

  it('takes every rule of the demonstration trials and every sample leaf', () => {
    const rules = demonstrationTrials('2026-08-03').flatMap(({ record }) => record.criteria.map(({ expr }) => expr))
    expect(rules.length).toBeGreaterThan(250)
    for (const rule of [...rules, ...sampleLeaves]) {
      if (rule === null) continue
      expect(parseExpr(JSON.parse(JSON.stringify(rule))).kind).toBe('expr')
      expect(validate(rule), JSON.stringify(rule)).toBe(true)
    }
  })

  it('agrees with the parser about generated rules', () => {
    fc.assert(fc.property(exprOf(3), agree), { numRuns: 400 })
  })

  it('agrees with the parser about a leaf that has lost a field, gained one, or holds something else', () => {
    const leaf = fc.constantFrom(...sampleLeaves)
    const name = fc.constantFrom(
      ...['op', 'in', 'min', 'max', 'unit', 'value', 'cmp', 'withinDays', 'type', 'gene', 'genes', 'result', 'at'],
      ...['any', 'setting', 'status', 'doseCmp', 'whichever', 'range', 'onlyTerms', 'minInclusive', 'text', 'by', 'n'],
    )
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom<unknown>(
        0,
        1,
        -1,
        1.5,
        2 ** 53,
        130,
        131,
        1560,
        1561,
        '',
        ' ',
        'qual',
        '=',
        '>',
        'years',
        [],
        [''],
        ['8500/3'],
        true,
      ),
      fc.constantFrom<unknown>('furlong', 'g/L', 'g/dL', '/uL', 'mmHg', 'xULN', 'xLLN', '%', 9, 20, 250, 101, 5000),
      fc.constantFrom<unknown>('variant', 'fusion', 'ihc', ['8086', '8051'], ['8051', '8086'], { op: 'sex' }, null),
    )
    const mutated = fc.oneof(
      fc.tuple(leaf, name, value).map(([one, field, held]) => ({ ...one, [field]: held })),
      fc.tuple(leaf, name).map(([one, field]) => without(one, field)),
    )
    fc.assert(fc.property(mutated, agree), { numRuns: 5000 })
    for (const one of sampleLeaves) for (const field of Object.keys(one)) agree(without(one, field))
  })

  it('agrees with the parser about branches of the wrong form', () => {
    const male = { op: 'sex', in: ['male'] }
    const part = fc.constantFrom<unknown>(male, null, 'sex', [], [male], { op: 'sex' }, { op: 'all', of: [] }, {})
    const field = fc.constantFrom(
      'of',
      'n',
      'min',
      'rule',
      'exception',
      'if',
      'then',
      'cases',
      'else',
      'assign',
      'expr',
    )
    const item = fc.constantFrom<unknown>(
      { when: male, then: male },
      { cohort: 'A', when: male },
      male,
      { when: 1 },
      null,
    )
    const held = fc.oneof(part, fc.array(part, { maxLength: 3 }), fc.array(item, { maxLength: 2 }), fc.integer())
    const branch = fc
      .record({ op: fc.constantFrom(...operations), fields: fc.dictionary(field, held, { maxKeys: 4 }) })
      .map(({ op, fields }) => ({ ...fields, op }))
    fc.assert(fc.property(branch, agree), { numRuns: 5000 })
  })
})

function without(node: object, field: string): unknown {
  return Object.fromEntries(Object.entries(node).filter(([name]) => name !== field))
}
