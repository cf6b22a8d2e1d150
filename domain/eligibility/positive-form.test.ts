import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Expr } from './criterion.ts'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { positiveForm } from './positive-form.ts'
import { finding, recordWith } from './sample-record.ts'

const asOf = '2026-08-04'
const facts = deriveFacts(recordWith({ sex: 'male', observations: [finding('performance-status', 'ECOG', 1, asOf)] }))

/** Met, not met, and not known. */
const leaves: readonly Expr[] = [
  { op: 'sex', in: ['male'] },
  { op: 'ps', scale: 'ECOG', in: [0] },
  { op: 'grade', in: ['G1'] },
]

const { rule } = fc.letrec<{ rule: Expr }>((tie) => {
  const several = fc.array(tie('rule'), { minLength: 1, maxLength: 3 })
  const branch = fc.oneof(
    fc.record({ op: fc.constant('not' as const), of: tie('rule') }),
    fc.record({ op: fc.constantFrom('all' as const, 'any' as const), of: several }),
    fc.record({ op: fc.constant('atLeast' as const), n: fc.constantFrom(1, 2), of: several }),
    fc.record({
      op: fc.constantFrom('unless' as const, 'exceptWhen' as const),
      rule: tie('rule'),
      exception: tie('rule'),
    }),
    fc.record({ op: fc.constant('ifThen' as const), if: tie('rule'), then: tie('rule') }),
    fc.record({
      op: fc.constant('caseWhen' as const),
      cases: fc.array(fc.record({ when: tie('rule'), then: tie('rule') }), { minLength: 1, maxLength: 2 }),
      else: tie('rule'),
    }),
  )
  return { rule: fc.oneof({ depthSize: 'small', withCrossShrink: true }, fc.constantFrom(...leaves), branch) }
})

const verdictOf = (expr: Expr) => evaluateCriterion({ kind: 'inclusion', expr }, facts, { asOf })?.verdict

test('a rule said the other way round means the same, known or not', () => {
  const seen = new Set<string | undefined>()
  fc.assert(
    fc.property(rule, (expr) => {
      const { expr: said, isNegated } = positiveForm(expr)
      const verdict = verdictOf(expr)
      seen.add(verdict)
      expect(verdictOf(isNegated ? { op: 'not', of: said } : said)).toBe(verdict)
    }),
    { numRuns: 2000 },
  )
  expect([...seen].sort()).toEqual(['met', 'notMet', 'unknown'])
})

test('no "not" is left before several parts', () => {
  fc.assert(
    fc.property(rule, (expr) => {
      for (const { op, of } of notsIn(positiveForm(expr).expr)) {
        expect(op).toBe('not')
        expect(['sex', 'ps', 'grade', 'atLeast']).toContain(of.op)
      }
    }),
  )
})

type Not = Extract<Expr, { op: 'not' }>

function notsIn(expr: Expr): readonly Not[] {
  switch (expr.op) {
    case 'not':
      return [expr, ...notsIn(expr.of)]
    case 'all':
    case 'any':
      return expr.of.flatMap(notsIn)
    case 'unless':
    case 'exceptWhen':
      return [expr.rule, expr.exception].flatMap(notsIn)
    case 'ifThen':
      return [expr.if, expr.then].flatMap(notsIn)
    case 'caseWhen':
      return [...expr.cases.flatMap(({ when, then }) => [when, then]), expr.else].flatMap(notsIn)
    default:
      return []
  }
}
