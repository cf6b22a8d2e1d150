import process from 'node:process'
import { beforeAll, expect, test } from 'vitest'
import type { Criterion, Expr } from '../../domain/eligibility/criterion.ts'
import { deriveFacts } from '../../domain/eligibility/derive-facts.ts'
import { evaluateCriterion } from '../../domain/eligibility/evaluate-criterion.ts'
import type { Leaf } from '../../domain/eligibility/leaf.ts'
import { sampleLeaves } from '../../domain/eligibility/sample-leaves.ts'
import type { Tri } from '../../domain/eligibility/tri.ts'
import { buildCriteria, buildLeaves, buildMeasuredGroups, leafKinds } from '../support/build-criterion.ts'
import { buildPatients } from '../support/build-patient.ts'
import { testDay } from '../support/demonstration-seed.ts'
import { coveredCriteria, isCovered, isCoveredLeaf } from './covered-criteria.ts'
import { elmCall } from './elm.ts'
import { elmOfExpr } from './elm-of-expr.ts'
import { PlainPatient } from './plain-patient.ts'
import { plainRecord } from './plain-record.ts'
import { elmLibrary, runElm } from './run-elm.ts'

const isFull = process.env.FULL === '1'
const seed = Number(process.env.PARITY_SEED ?? 20_260_615)
const criteriaCount = Number(process.env.PARITY_CQL_CRITERIA ?? (isFull ? 2000 : 100))
const patientCount = Number(process.env.PARITY_CQL_PATIENTS ?? (isFull ? 100 : 30))
const leavesOfEachKind = 40
/** A library of so many rules at a time. */
const rulesAtOnce = 50
const patience = 60_000 + 6 * criteriaCount * patientCount

type Rule = Pick<Criterion, 'kind' | 'expr'> & { readonly cohort?: string }

const records = buildPatients(patientCount, seed, testDay)
const caseload = records.map((record) => deriveFacts(record))
let patients: readonly PlainPatient[]
beforeAll(() => {
  patients = records.map((record) => new PlainPatient(plainRecord(record)))
})

interface Compared {
  readonly faults: readonly string[]
  readonly values: readonly Tri[]
}

/** Asks cql-execution and the evaluator of the product the same of every patient. */
async function compare(rules: readonly Rule[]): Promise<Compared> {
  const faults: string[] = []
  const values: Tri[] = []
  for (let start = 0; start < rules.length; start += rulesAtOnce) {
    const group = rules.slice(start, start + rulesAtOnce)
    const named = group.map((rule, index) => [`rule ${index}`, elmOfRule(rule)] as const)
    const answers = await runElm(elmLibrary(Object.fromEntries(named)), patients)
    for (const facts of caseload) {
      for (const [index, rule] of group.entries()) {
        const read = answers.get(facts.patientId)?.[`rule ${index}`]
        const { cohort } = rule
        const context = { asOf: testDay, ...(cohort === undefined ? {} : { cohort }) }
        const evaluated = evaluateCriterion(rule, facts, context)?.verdict
        if (read !== undefined) values.push(read)
        if (read === undefined || read !== evaluated) {
          faults.push(`CQL ${read}, evaluator ${evaluated}: ${JSON.stringify(rule)} of patient ${facts.patientId}`)
        }
      }
    }
  }
  return { faults, values }
}

function elmOfRule({ kind, expr, cohort }: Rule) {
  if (expr === null) throw new RangeError('A criterion without a rule has nothing to compare')
  const isExclusion = kind === 'exclusion'
  const elm = elmOfExpr(expr, {
    asOf: testDay,
    harmless: !isExclusion,
    ...(cohort === undefined ? {} : { cohort }),
  })
  return isExclusion ? elmCall('Not', elm) : elm
}

/** The shortest questions first: they show best what is wrong. */
function expectNone(faults: readonly string[]): void {
  const shortest = faults.toSorted((a, b) => a.length - b.length).slice(0, 3)
  expect(shortest, `${faults.length} disagreements with PARITY_SEED=${seed}`).toEqual([])
}

function expectEachOutcome(values: readonly Tri[], least: number): void {
  const counts = Map.groupBy(values, (value) => value)
  for (const outcome of ['met', 'notMet', 'unknown'] as const) {
    expect(counts.get(outcome)?.length ?? 0, outcome).toBeGreaterThan(least)
  }
}

const coveredKinds = leafKinds.filter((kind) => coveredOfKind(kind).length > 0)

function coveredOfKind(kind: Leaf['op']): readonly Leaf[] {
  return buildLeaves(kind, leavesOfEachKind, seed).filter(isCoveredLeaf)
}

test('plain records answer the kinds of leaf that the logical core needs', () => {
  expect(coveredKinds).toEqual(
    expect.arrayContaining([
      ...['age', 'sex', 'diagnosis', 'stage', 'grade', 'diseaseExtent'],
      ...['ps', 'lab', 'observation', 'score', 'biomarker'],
    ]),
  )
})

test.each(coveredKinds)(
  'cql-execution reads %s as the evaluator does, and each outcome occurs',
  async (kind) => {
    const rules = coveredOfKind(kind).map((expr): Rule => ({ kind: 'inclusion', expr }))
    const { faults, values } = await compare(rules)
    expectNone(faults)
    expect(values.length).toBeGreaterThanOrEqual(patientCount)
    expectEachOutcome(values, patientCount / 10)
  },
  patience,
)

const replacements = coveredKinds.flatMap(coveredOfKind)

function generatedRules(): readonly Rule[] {
  // The replacements come in the order of their kinds; every seventh mixes them.
  const mixed = replacements.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
  const spread = mixed.map((_, index) => mixed[(index * 7) % mixed.length]).filter((leaf) => leaf !== undefined)
  return coveredCriteria(buildCriteria(criteriaCount, seed), spread).filter(({ expr }) => expr !== null)
}

test(
  'they agree about generated criteria of every shape',
  async () => {
    const rules = generatedRules()
    expect(rules.length * patientCount).toBeGreaterThanOrEqual(2000)
    expect(rules.every(({ expr }) => expr !== null && isCovered(expr))).toBe(true)
    const { faults, values } = await compare(rules)
    expectNone(faults)
    expect(values).toHaveLength(rules.length * patientCount)
    expectEachOutcome(values, values.length / 20)
  },
  patience,
)

test(
  'they agree about cases, cohorts and what binds in one cohort only',
  async () => {
    const parts = generatedRules().flatMap(({ expr }) => expr ?? [])
    const rules = parts.slice(0, -3).flatMap((first, index): readonly Rule[] => {
      const [second, third, fourth] = parts.slice(index + 1, index + 4)
      if (second === undefined || third === undefined || fourth === undefined) return []
      return composedOf(index, first, second, third, fourth)
    })
    const chosen = rules.slice(0, criteriaCount)
    expect(chosen).toHaveLength(criteriaCount)
    const { faults, values } = await compare(chosen)
    expectNone(faults)
    expectEachOutcome(values, values.length / 20)
  },
  patience,
)

/** Branches that name cohorts or cases, around parts of any shape; asked of no cohort, of the one named and of another. */
function composedOf(index: number, first: Expr, second: Expr, third: Expr, fourth: Expr): readonly Rule[] {
  const kind = index % 2 === 0 ? 'inclusion' : 'exclusion'
  const cases = [
    { when: first, then: second },
    { when: third, then: fourth },
  ]
  const assign = [
    { cohort: 'A', when: first },
    { cohort: 'B', when: second },
  ]
  const cohort = [{}, { cohort: 'A' }, { cohort: 'B' }][index % 3]
  return [
    { kind, expr: { op: 'caseWhen', cases, else: first } },
    { kind, expr: { op: 'cohort', assign }, ...cohort },
    { kind, expr: { op: 'not', of: { op: 'inCohort', cohort: 'A', expr: third } }, ...cohort },
    { kind, expr: { op: 'measuredAny', min: index % 4, of: [first, third, fourth] } },
  ]
}

test(
  'they agree about results of which only some need be measured, with and without the limits of normal',
  async () => {
    const rules = buildMeasuredGroups(criteriaCount, seed)
      .filter(isCovered)
      .map((expr): Rule => ({ kind: 'inclusion', expr }))
    expect(rules.length).toBeGreaterThan(criteriaCount / 2)
    const { faults, values } = await compare(rules)
    expectNone(faults)
    expectEachOutcome(values, values.length / 20)
  },
  patience,
)

test('leaves that plain records do not answer are refused, never guessed', () => {
  const beyond = sampleLeaves.filter((leaf) => !isCoveredLeaf(leaf))
  expect(beyond.length).toBeGreaterThan(10)
  for (const expr of beyond) {
    expect(() => elmOfExpr(expr, { asOf: testDay, harmless: true }), JSON.stringify(expr)).toThrow('has no ELM')
  }
})
