import { describe, expect, it } from 'vitest'
import type { Expr } from './criterion.ts'
import { decidingLeaves } from './deciding-leaves.ts'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { openLeaves } from './open-leaves.ts'
import { recordWith } from './sample-record.ts'

const male: Expr = { op: 'sex', in: ['male'] }
const female: Expr = { op: 'sex', in: ['female'] }
const ecog: Expr = { op: 'ps', scale: 'ECOG', in: [0] }

function verdictOf(expr: Expr, kind: 'inclusion' | 'exclusion' = 'inclusion') {
  const verdict = evaluateCriterion({ kind, expr }, deriveFacts(recordWith({ sex: 'male' })), { asOf: '2026-08-04' })
  if (verdict === null) throw new Error('The rule gave no verdict')
  return verdict
}

describe('the leaves behind a verdict', () => {
  it('of a failed "all" are those that failed', () => {
    expect(decidingLeaves(verdictOf({ op: 'all', of: [male, female, ecog] })).map(({ verdict }) => verdict)).toEqual([
      'notMet',
    ])
  })

  it('of an exclusion are those of the excluding condition', () => {
    expect(
      decidingLeaves(verdictOf({ op: 'any', of: [female, male] }, 'exclusion')).map(({ op, verdict }) => [op, verdict]),
    ).toEqual([['sex', 'met']])
  })

  it('that are open lie only in parts that are not decided', () => {
    const expr: Expr = {
      op: 'all',
      of: [
        { op: 'any', of: [male, ecog] },
        { op: 'not', of: ecog },
      ],
    }
    expect(openLeaves(verdictOf(expr)).map(({ op }) => op)).toEqual(['ps'])
    expect(openLeaves(verdictOf({ op: 'any', of: [male, ecog] }))).toEqual([])
  })
})
