import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessTrial } from '../../domain/eligibility/assess-trial.ts'
import { partsOf } from '../../domain/eligibility/cohorts-of.ts'
import type { Criterion, Expr } from '../../domain/eligibility/criterion.ts'
import { deriveFacts } from '../../domain/eligibility/derive-facts.ts'
import { evaluateCriterion } from '../../domain/eligibility/evaluate-criterion.ts'
import { parseExpr } from '../../domain/eligibility/parse-criterion.ts'
import type { PatientFacts } from '../../domain/eligibility/patient-facts.ts'
import type { PatientRecord } from '../../domain/eligibility/patient-record.ts'
import type { Tri } from '../../domain/eligibility/tri.ts'
import { inTransaction } from '../../server/database/transaction.ts'
import { compileCriterion } from '../../server/eligibility/compile-criterion.ts'
import { compileTrial } from '../../server/eligibility/compile-trial.ts'
import { writePatientFacts } from '../../server/eligibility/facts-repository.ts'
import { buildCriteria, buildLeaves, heldKinds } from '../support/build-criterion.ts'
import { buildPatients } from '../support/build-patient.ts'
import { buildTrials } from '../support/build-trial.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { testDay, testInstant } from '../support/demonstration-seed.ts'
import { askSql, faultOf, triOfOutcome } from './compare-verdicts.ts'

const seed = Number(process.env.PARITY_SEED ?? 20_260_615)
const criteriaCount = Number(process.env.PARITY_CRITERIA ?? 400)
const patientCount = Number(process.env.PARITY_PATIENTS ?? 50)
const leavesOfEachKind = 40
/** Half a second a hundred questions on a busy machine, for caseloads of the usual size. */
const patience = 60_000 + criteriaCount * patientCount

const records = buildPatients(patientCount, seed, testDay)
const caseload: readonly PatientFacts[] = records.map((record) => deriveFacts(record))

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await store(records)
}, patience)
afterAll(() => database.close())

/** The rows of `patient_facts` are written by what writes them for every patient. */
async function store(patients: readonly PatientRecord[]): Promise<void> {
  const organisationId = crypto.randomUUID()
  const owner = { databaseRole: 'owner', organisation: '', account: '', role: '' } as const
  await database.db
    .insertInto('organisation')
    .values({
      organisation_id: organisationId,
      code: 'ZZ999',
      name: 'Parity Hospital',
      latitude: null,
      longitude: null,
    })
    .execute()
  await inTransaction(database.db, owner, async (trx) => {
    for (const { patientId, bornOn, diedOn, sex } of patients) {
      await trx
        .insertInto('patient')
        .values({
          ...{
            patient_id: patientId,
            organisation_id: organisationId,
            family_name: 'Generated',
            given_name: 'Patient',
          },
          ...{
            nhs_number: null,
            hospital_number: null,
            title: null,
            ethnicity: null,
            postcode: null,
            consultant: null,
          },
          ...{ born_on: bornOn, died_on: diedOn, sex, updated_at: testInstant },
        })
        .execute()
    }
    await writePatientFacts(
      trx,
      patients.map((record) => ({ organisationId, record })),
      testInstant,
    )
  })
}

interface Compared {
  readonly faults: readonly string[]
  /** What SQL said, once for each criterion and patient. */
  readonly values: readonly Tri[]
}

async function compare(criterion: Pick<Criterion, 'kind' | 'expr'>): Promise<Compared> {
  const rule = compileCriterion(criterion, { asOf: testDay })
  const answers = await askSql(database.db, rule)
  const faults = caseload.flatMap((facts) => {
    const evaluated = evaluateCriterion(criterion, facts, { asOf: testDay })?.verdict ?? 'unknown'
    const fault = faultOf(evaluated, answers.get(facts.patientId), rule.isComputed)
    return fault === null ? [] : [`${fault}: ${JSON.stringify(criterion)} of patient ${facts.patientId}`]
  })
  return { faults, values: [...answers.values()].map(({ value }) => value) }
}

/** The shortest questions first: they show best what is wrong. */
function expectNone(faults: readonly string[]): void {
  const shortest = faults.toSorted((a, b) => a.length - b.length).slice(0, 3)
  expect(shortest, `${faults.length} disagreements with PARITY_SEED=${seed}`).toEqual([])
}

test.each(heldKinds)(
  'the evaluator and SQL agree about %s, and each outcome occurs',
  async (kind) => {
    const leaves = buildLeaves(kind, leavesOfEachKind, seed)
    const compared: Compared[] = []
    for (const expr of leaves) {
      expect(parseExpr(expr), JSON.stringify(expr)).toMatchObject({ kind: 'expr' })
      expect(compileCriterion({ kind: 'inclusion', expr }, { asOf: testDay }).isComputed, JSON.stringify(expr)).toBe(
        true,
      )
      compared.push(await compare({ kind: 'inclusion', expr }))
    }
    expectNone(compared.flatMap(({ faults }) => faults))
    const values = compared.flatMap((each) => each.values)
    const counts = Map.groupBy(values, (value) => value)
    for (const outcome of ['met', 'notMet', 'unknown'] as const) {
      expect(counts.get(outcome)?.length ?? 0, `${kind} ${outcome}`).toBeGreaterThan(patientCount / 10)
    }
  },
  patience,
)

test(
  'they agree about generated criteria; what SQL does not hold, it leaves open',
  async () => {
    const criteria = buildCriteria(criteriaCount, seed)
    const operators = new Set(criteria.flatMap(({ expr }) => (expr === null ? [] : operatorsOf(expr))))
    expect([...operators]).toEqual(expect.arrayContaining(heldOperators))
    expect(Math.max(...criteria.map(({ expr }) => (expr === null ? 0 : depthOf(expr))))).toBe(4)
    const compared: (Compared & { readonly isComputed: boolean })[] = []
    for (const criterion of criteria) {
      const { isComputed } = compileCriterion(criterion, { asOf: testDay })
      compared.push({ ...(await compare(criterion)), isComputed })
    }
    expectNone(compared.flatMap(({ faults }) => faults))
    for (const isComputed of [true, false]) {
      const values = compared.filter((each) => each.isComputed === isComputed).flatMap((each) => each.values)
      expect(new Set(values), `isComputed ${isComputed}`).toEqual(new Set(['met', 'notMet', 'unknown']))
      expect(values.length).toBeGreaterThan((criteriaCount * patientCount) / 10)
    }
  },
  patience,
)

test(
  'they agree about whole trials: cancer type, cohorts, advisory criteria and death',
  async () => {
    const trials = buildTrials(criteriaCount, seed)
    const seen = { computed: new Set<Tri>(), partly: new Set<Tri>() }
    const faults: string[] = []
    for (const trial of trials) {
      const rule = compileTrial(trial.record, { asOf: testDay })
      const answers = await askSql(database.db, rule)
      for (const facts of caseload) {
        const answer = answers.get(facts.patientId)
        const fault = faultOf(triOfOutcome(assessTrial(facts, trial, testDay).outcome), answer, rule.isComputed)
        if (fault !== null) faults.push(`${fault}: ${JSON.stringify(trial.record)} of patient ${facts.patientId}`)
        seen[rule.isComputed ? 'computed' : 'partly'].add(answer?.value ?? 'unknown')
      }
    }
    expectNone(faults)
    for (const values of Object.values(seen)) expect(values).toEqual(new Set(['met', 'notMet', 'unknown']))
  },
  patience,
)

const heldOperators = ['all', 'any', 'not', 'atLeast', 'unless', 'exceptWhen', 'ifThen']

function operatorsOf(expr: Expr): readonly string[] {
  return [expr.op, ...partsOf(expr).flatMap(operatorsOf)]
}

/** 0 for a leaf. */
function depthOf(expr: Expr): number {
  const parts = partsOf(expr)
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(depthOf))
}
