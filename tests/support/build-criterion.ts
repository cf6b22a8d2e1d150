import fc from 'fast-check'
import type { Branch, Criterion, Expr } from '../../domain/eligibility/criterion.ts'
import type { Leaf } from '../../domain/eligibility/leaf.ts'
import { leavesOf, sampleLeavesOf } from './build-leaves.ts'
import { labOfNormal } from './build-measured-leaves.ts'

/** Every kind of leaf, and every operator, by its word. */
export const leafKinds: readonly Leaf['op'][] = Object.keys(leavesOf).filter(isLeafKind)
export const operators: readonly Branch['op'][] = [
  ...(['all', 'any', 'not', 'atLeast', 'unless', 'exceptWhen'] as const),
  ...(['ifThen', 'caseWhen', 'measuredAny', 'cohort', 'inCohort'] as const),
]

/** Criteria of any shape down to `depth` branches. */
export function buildCriteria(count: number, seed: number, depth = 4): readonly Pick<Criterion, 'kind' | 'expr'>[] {
  const criterion = fc.record({ kind: fc.constantFrom('inclusion', 'exclusion'), expr: exprOf(depth) })
  return fc.sample(criterion, { numRuns: count, seed })
}

/** Groups of results of which only some need be measured. */
export function buildMeasuredGroups(count: number, seed: number): readonly Expr[] {
  return fc.sample(measuredGroup, { numRuns: count, seed })
}

/** Leaves of one kind, with one of every way to ask it. */
export function buildLeaves(kind: Leaf['op'], count: number, seed: number): readonly Leaf[] {
  return [...sampleLeavesOf(kind), ...fc.sample(leavesOf[kind], { numRuns: count, seed })]
}

/** Any expression of at most so many branches above a leaf. */
export function exprOf(depth: number): fc.Arbitrary<Expr> {
  if (depth === 0) return leaf
  const part = exprOf(depth - 1)
  const of = fc.array(part, { maxLength: 3 })
  const count = fc.integer({ min: 0, max: 4 })
  const cohort = fc.constantFrom('A', 'B')
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 3, arbitrary: fc.record({ op: fc.constant('all'), of }) },
    { weight: 3, arbitrary: fc.record({ op: fc.constant('any'), of }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('not'), of: part }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('atLeast'), n: count, of }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('unless'), rule: part, exception: part }) },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('exceptWhen'), rule: part, exception: part }) },
    { weight: 1, arbitrary: excepted },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('ifThen'), if: part, then: part }) },
    { weight: 2, arbitrary: fc.record({ op: fc.constant('measuredAny'), min: count, of }) },
    { weight: 1, arbitrary: measuredGroup },
    {
      weight: 2,
      arbitrary: fc.record({
        op: fc.constant('caseWhen'),
        cases: fc.array(fc.record({ when: part, then: part }), { maxLength: 2 }),
        else: part,
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        op: fc.constant('cohort'),
        assign: fc.array(fc.record({ cohort, when: part }), { minLength: 1, maxLength: 2 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ op: fc.constant('inCohort'), cohort, expr: part }) },
  )
}

/** Every kind is as likely as any other. */
const leaf: fc.Arbitrary<Leaf> = fc.oneof(...Object.values(leavesOf))

/** Results of which enough must be there, most of them by the limits of normal, which not every report gives; and tests. */
const measuredGroup: fc.Arbitrary<Expr> = fc.record({
  op: fc.constant('measuredAny'),
  min: fc.constantFrom(1, 1, 2),
  of: fc.array(
    fc.oneof(
      { weight: 3, arbitrary: labOfNormal },
      { weight: 1, arbitrary: leavesOf.lab },
      { weight: 1, arbitrary: leavesOf.biomarker },
    ),
    { minLength: 2, maxLength: 3 },
  ),
})

/** A rule and an exception of the same kind, which takes over the grade and the window of the rule. */
const excepted: fc.Arbitrary<Expr> = fc.oneof(
  fc.record({ op: fc.constant('exceptWhen'), rule: leavesOf.toxicity, exception: leavesOf.toxicity }),
  fc.record({ op: fc.constant('exceptWhen'), rule: leavesOf.otherMalignancy, exception: leavesOf.otherMalignancy }),
)

function isLeafKind(word: string): word is Leaf['op'] {
  return Object.hasOwn(leavesOf, word)
}
