import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { assessTrial } from '../../domain/eligibility/assess-trial.ts'
import { evaluateCriterion } from '../../domain/eligibility/evaluate-criterion.ts'
import type { PatientFacts } from '../../domain/eligibility/patient-facts.ts'
import type { Tri } from '../../domain/eligibility/tri.ts'
import { compileCriterion } from '../../server/eligibility/compile-criterion.ts'
import { compileCancerTypes } from '../../server/eligibility/compile-diagnosis.ts'
import { compileTrial } from '../../server/eligibility/compile-trial.ts'
import { readPatientFacts } from '../../server/eligibility/facts-repository.ts'
import { readHeldTrial, type VersionedTrial } from '../../server/eligibility/held-trials-repository.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { demonstrationSeed, testDay } from '../support/demonstration-seed.ts'
import { askSql, faultOf, triOfOutcome } from './compare-verdicts.ts'

let database: TestDatabase
let caseload: readonly PatientFacts[]
const trials: VersionedTrial[] = []
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  await database.db.transaction().execute(async (trx) => {
    const patients = await trx.selectFrom('patient_facts').select('patient_id').execute()
    const ids = patients.map(({ patient_id }) => patient_id)
    caseload = [...(await readPatientFacts(trx, ids)).values()].map(({ facts }) => facts)
    const rows = await trx.selectFrom('trial').select('trial_id').orderBy('trial_id').execute()
    for (const { trial_id } of rows) {
      const trial = await readHeldTrial(trx, trial_id)
      if (trial !== null) trials.push(trial)
    }
  })
})
afterAll(() => database.close())

test('the evaluator and SQL agree about every criterion of the demonstration trials', async () => {
  expect(caseload.length).toBe(240)
  expect(trials.length).toBe(24)
  const counts = { computed: 0, partly: 0, dropped: 0 }
  for (const { record } of trials) {
    for (const criterion of record.criteria) {
      const rule = compileCriterion(criterion, { asOf: testDay })
      counts[rule.isComputed ? 'computed' : 'partly'] += 1
      const answers = await askSql(database.db, rule)
      const faults = caseload.flatMap((facts) => {
        const evaluated = evaluateCriterion(criterion, facts, { asOf: testDay })?.verdict ?? 'unknown'
        return faultOf(evaluated, answers.get(facts.patientId), rule.isComputed) ?? []
      })
      expect(faults, `${record.registryId} ${criterion.id} ${JSON.stringify(criterion.expr)}`).toEqual([])
      counts.dropped += [...answers.values()].filter(({ isKept }) => !isKept).length
    }
  }
  expect(counts.computed).toBeGreaterThan(50)
  expect(counts.partly).toBeGreaterThan(50)
  expect(counts.dropped).toBeGreaterThan(1000)
})

test('a whole trial turns away only patients whom it does not fit, and passes only those without a failure', async () => {
  const seen = new Set<Tri>()
  let pairsDropped = 0
  for (const trial of trials) {
    const rule = compileTrial(trial.record, { asOf: testDay })
    const answers = await askSql(database.db, rule)
    const faults = caseload.flatMap((facts) => {
      const answer = answers.get(facts.patientId)
      const { outcome } = assessTrial(facts, trial, testDay)
      seen.add(answer?.value ?? 'unknown')
      pairsDropped += answer?.isKept === false ? 1 : 0
      return faultOf(triOfOutcome(outcome), answer, rule.isComputed) ?? []
    })
    expect(faults, trial.record.registryId).toEqual([])
  }
  expect(seen).toContain('notMet')
  expect(seen).toContain('unknown')
  // Most pairs fail on the cancer alone; a filter that kept half of them would not be worth its statement.
  expect(pairsDropped).toBeGreaterThan((caseload.length * trials.length) / 2)
})

test('trials made of what SQL holds are answered wholly, each way', async () => {
  const seen = new Map<Tri, number>()
  for (const trial of trials) {
    const held = trial.record.criteria.filter((each) => compileCriterion(each, { asOf: testDay }).isComputed)
    const cut = { ...trial, record: { ...trial.record, cohorts: [], criteria: held } }
    const rule = compileTrial(cut.record, { asOf: testDay })
    const answers = await askSql(database.db, rule)
    const faults = caseload.flatMap((facts) => {
      const expected = triOfOutcome(assessTrial(facts, cut, testDay).outcome)
      seen.set(expected, (seen.get(expected) ?? 0) + 1)
      return faultOf(expected, answers.get(facts.patientId), rule.isComputed) ?? []
    })
    expect(faults, trial.record.registryId).toEqual([])
  }
  for (const outcome of ['met', 'notMet', 'unknown'] as const) expect(seen.get(outcome)).toBeGreaterThan(20)
})

test('who may have one of the cancers of a trial is found from indexes', async () => {
  const { isNotFalse } = compileCancerTypes(['gi-flc', 'hn-salivary'])
  const plan = await database.db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    return sql<{ 'QUERY PLAN': string }>`explain select patient_id from patient_facts where ${isNotFalse}`.execute(trx)
  })
  const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
  for (const index of ['cancer_exact', 'cancer_group', 'cancer_possible', 'uncoded']) {
    expect(lines).toContain(`patient_facts_${index}`)
  }
})
