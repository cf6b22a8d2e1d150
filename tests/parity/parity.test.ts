import process from 'node:process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { partsOf } from '../../domain/eligibility/cohorts-of.ts'
import type { Criterion, Expr } from '../../domain/eligibility/criterion.ts'
import { deriveFacts } from '../../domain/eligibility/derive-facts.ts'
import { evaluateCriterion } from '../../domain/eligibility/evaluate-criterion.ts'
import { type Outcome, outcomes } from '../../domain/eligibility/outcome-label.ts'
import { parseExpr } from '../../domain/eligibility/parse-criterion.ts'
import type { PatientFacts } from '../../domain/eligibility/patient-facts.ts'
import type { PatientRecord } from '../../domain/eligibility/patient-record.ts'
import type { Tri } from '../../domain/eligibility/tri.ts'
import type { EvaluationContext, Verdict } from '../../domain/eligibility/verdict.ts'
import { mayBeOffered } from '../../domain/patient-wishes/research-wish.ts'
import { inTransaction } from '../../server/database/transaction.ts'
import { compileCriterion } from '../../server/eligibility/compile-criterion.ts'
import { compileMayBeOffered } from '../../server/eligibility/compile-refusals.ts'
import { compileTrial } from '../../server/eligibility/compile-trial.ts'
import { factColumns } from '../../server/eligibility/fact-columns.ts'
import { writePatientFacts } from '../../server/eligibility/facts-repository.ts'
import { buildCriteria, buildLeaves, buildMeasuredGroups, leafKinds, operators } from '../support/build-criterion.ts'
import { buildPatients, wishedAwayTrials } from '../support/build-patient.ts'
import { buildTrials } from '../support/build-trial.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { testDay, testInstant } from '../support/demonstration-seed.ts'
import { edgePatients } from '../support/edge-patients.ts'
import { trialFaultOf } from './compare-trials.ts'
import { askSql, askSqlOfTrial, faultOf } from './compare-verdicts.ts'
import { evaluatedAnswer } from './evaluated-answer.ts'

const seed = Number(process.env.PARITY_SEED ?? 20_260_615)
const criteriaCount = Number(process.env.PARITY_CRITERIA ?? 220)
const patientCount = Number(process.env.PARITY_PATIENTS ?? 50)
const leavesOfEachKind = 40
/** Four thousandths of a second for each question, because other tests run beside these. */
const patience = 60_000 + 4 * criteriaCount * patientCount

const records = [...buildPatients(patientCount, seed, testDay), ...edgePatients(testDay)]
const caseload = records.map((record, index) => withRarity(deriveFacts(record), index))

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await store(records)
  await storeRarity()
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
          ...{ born_on: bornOn, died_on: diedOn, sex, updated_at: testInstant, search: ' generated patient' },
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

/** The taxonomy knows of no cancer type that it is common, so of some patients the facts are made to say so. */
function withRarity(facts: PatientFacts, index: number): PatientFacts {
  if (facts.diagnosis === null || index % 3 !== 0) return facts
  return { ...facts, diagnosis: { ...facts.diagnosis, isRareByRarecare: false, isRareByAct2026: index % 2 === 0 } }
}

async function storeRarity(): Promise<void> {
  for (const facts of caseload) {
    const { is_rare_by_rarecare = null, is_rare_by_act2026 = null } = factColumns(facts)
    await database.db
      .updateTable('patient_facts')
      .set({ is_rare_by_rarecare, is_rare_by_act2026 })
      .where('patient_id', '=', facts.patientId)
      .execute()
  }
}

interface Compared {
  readonly faults: readonly string[]
  /** What the evaluator says, once for each criterion and patient. */
  readonly verdicts: readonly Tri[]
}

/** Of so many criteria at a time, in one statement each, which holds at most 65,535 parameters. */
const criteriaPerStatement = 8

async function compare(
  criteria: readonly Pick<Criterion, 'kind' | 'expr'>[],
  context: EvaluationContext = { asOf: testDay },
): Promise<Compared> {
  const faults: string[] = []
  const verdicts: Tri[] = []
  for (let start = 0; start < criteria.length; start += criteriaPerStatement) {
    const some = criteria.slice(start, start + criteriaPerStatement)
    const answers = await askSql(
      database.db,
      some.map((criterion) => compileCriterion(criterion, context)),
    )
    for (const [index, criterion] of some.entries()) {
      for (const facts of caseload) {
        const evaluated = evaluatedAnswer(criterion, facts, context)
        const fault = faultOf(evaluated, answers[index]?.get(facts.patientId))
        if (fault !== null) faults.push(`${fault}: ${JSON.stringify(criterion)} of patient ${facts.patientId}`)
        verdicts.push(evaluated.verdict)
      }
    }
  }
  return { faults, verdicts }
}

/** The shortest questions first: they show best what is wrong. */
function expectNone(faults: readonly string[]): void {
  const shortest = faults.toSorted((a, b) => a.length - b.length).slice(0, 3)
  expect(shortest, `${faults.length} disagreements with PARITY_SEED=${seed}`).toEqual([])
}

function expectEach(verdicts: readonly Tri[], least: number, what: string): void {
  const counts = Map.groupBy(verdicts, (verdict) => verdict)
  for (const outcome of ['met', 'notMet', 'unknown'] as const) {
    expect(counts.get(outcome)?.length ?? 0, `${what} ${outcome}`).toBeGreaterThan(least)
  }
}

test.each(leafKinds)(
  'the evaluator and SQL agree about %s, and each outcome occurs',
  async (kind) => {
    const leaves = buildLeaves(kind, leavesOfEachKind, seed)
    for (const expr of leaves) expect(parseExpr(expr), JSON.stringify(expr)).toMatchObject({ kind: 'expr' })
    const { faults, verdicts } = await compare(leaves.map((expr) => ({ kind: 'inclusion', expr })))
    expectNone(faults)
    expectEach(verdicts, patientCount / 10, kind)
  },
  patience,
)

test(
  'they agree about generated criteria, in verdict and in what is missing',
  async () => {
    const criteria = buildCriteria(criteriaCount, seed)
    expect(criteria.length * caseload.length).toBeGreaterThanOrEqual(criteriaCount * patientCount)
    const used = new Set(criteria.flatMap(({ expr }) => (expr === null ? [] : operatorsOf(expr))))
    expect([...used]).toEqual(expect.arrayContaining([...operators, ...leafKinds]))
    expect(Math.max(...criteria.map(({ expr }) => (expr === null ? 0 : depthOf(expr))))).toBe(4)
    const { faults, verdicts } = await compare(criteria)
    expectNone(faults)
    expectEach(verdicts, (criteriaCount * patientCount) / 20, 'criteria')
  },
  patience,
)

test(
  'they agree about each operator, with a cohort under consideration and without',
  async () => {
    const criteria = buildCriteria(criteriaCount, seed + 1, 2)
    for (const context of [{ asOf: testDay, cohort: 'A' }, { asOf: testDay }]) {
      for (const operator of operators) {
        const using = criteria.filter(({ expr }) => expr !== null && operatorsOf(expr).includes(operator))
        const { faults, verdicts } = await compare(using, context)
        expectNone(faults)
        expectEach(verdicts, 0, operator)
      }
    }
  },
  patience,
)

test(
  'they agree about results of which one gives no limit of normal beside others that are as asked',
  async () => {
    const groups = buildMeasuredGroups(criteriaCount / 2, seed).map((expr) => ({ kind: 'inclusion' as const, expr }))
    const { faults, verdicts } = await compare(groups)
    expectNone(faults)
    expectEach(verdicts, verdicts.length / 30, 'groups')
    const withheld = groups.flatMap((group) =>
      caseload.map((facts) => evaluateCriterion(group, facts, { asOf: testDay })),
    )
    const isWithheld = (verdict: Verdict | null) =>
      verdict?.reason === 'ulnMissing' && verdict.children.some((part) => part.verdict === 'met')
    expect(withheld.filter(isWithheld).length).toBeGreaterThan(verdicts.length / 100)
  },
  patience,
)

test(
  'they agree about whole trials: outcome, cohort, what is missing, and whom the trial is offered to',
  async () => {
    const seen = new Set<Outcome | null>()
    const faults: string[] = []
    let computed = 0
    for (const trial of buildTrials(criteriaCount, seed)) {
      const compiled = compileTrial(trial.record, { asOf: testDay })
      computed += compiled.isComputed ? 1 : 0
      const answers = await askSqlOfTrial(database.db, compiled)
      for (const facts of caseload) {
        const answer = answers.get(facts.patientId)
        const fault = trialFaultOf(facts, trial, testDay, answer, compiled.isComputed)
        if (fault !== null) faults.push(`${fault}: ${JSON.stringify(trial.record)} of patient ${facts.patientId}`)
        seen.add(answer?.outcome ?? null)
      }
    }
    expectNone(faults)
    expect(seen).toEqual(new Set([...outcomes, null]))
    expect(computed).toBeGreaterThan(criteriaCount * 0.8)
  },
  patience,
)

test('they agree about who may be told of a trial', async () => {
  const answers = new Set<string>()
  for (const trialId of [...wishedAwayTrials, '10000000-0000-4000-8000-000000000009']) {
    const rows = await database.db
      .selectFrom('patient_facts')
      .select(['patient_id', compileMayBeOffered(trialId).as('isTold')])
      .execute()
    const isTold = new Map(rows.map((row) => [row.patient_id, Boolean(row.isTold)]))
    for (const { patientId, researchRefusals } of caseload) {
      const wanted = mayBeOffered(researchRefusals, trialId)
      expect(isTold.get(patientId), `${trialId} ${JSON.stringify(researchRefusals)}`).toBe(wanted)
      answers.add(`${trialId} ${wanted}`)
    }
  }
  expect(answers.size).toBe(6)
})

function operatorsOf(expr: Expr): readonly string[] {
  return [expr.op, ...partsOf(expr).flatMap(operatorsOf)]
}

/** 0 for a leaf. */
function depthOf(expr: Expr): number {
  const parts = partsOf(expr)
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(depthOf))
}
