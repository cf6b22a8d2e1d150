import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ScreenedRecord } from '../../domain/eligibility/assess-trial.ts'
import type { Expr } from '../../domain/eligibility/criterion.ts'
import type { Outcome } from '../../domain/eligibility/outcome-label.ts'
import type { PatientFacts } from '../../domain/eligibility/patient-facts.ts'
import { criterionWith, trialWith } from '../../domain/eligibility/sample-trial.ts'
import { compileCriterion } from '../../server/eligibility/compile-criterion.ts'
import { compileCancerTypes } from '../../server/eligibility/compile-diagnosis.ts'
import { compileTrial } from '../../server/eligibility/compile-trial.ts'
import { readPatientFacts } from '../../server/eligibility/facts-repository.ts'
import { readHeldTrial, type VersionedTrial } from '../../server/eligibility/held-trials-repository.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { demonstrationSeed, testDay } from '../support/demonstration-seed.ts'
import { trialFaultOf } from './compare-trials.ts'
import { askSql, askSqlOfTrial, faultOf } from './compare-verdicts.ts'
import { evaluatedAnswer } from './evaluated-answer.ts'

const cancers = ['gi-flc', 'hn-salivary']

/** A trial for these cancers, of adults with an answer to a question that a document holds. */
function trialOf(parts: Partial<ScreenedRecord>) {
  const expr: Expr = {
    op: 'all',
    of: [
      { op: 'age', unit: 'years', min: 18 },
      { op: 'condition', concept: 'pregnancy', status: 'active' },
    ],
  }
  return compileTrial(
    { ...trialWith({ cancerTypeIds: cancers }).record, criteria: [criterionWith({ expr })], ...parts },
    { asOf: testDay },
  )
}

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
      const trial = await readHeldTrial(trx, trial_id, testDay)
      if (trial !== null) trials.push(trial)
    }
  })
})
afterAll(() => database.close())

test('the evaluator and SQL agree about every criterion of the demonstration trials', async () => {
  expect(caseload.length).toBe(240)
  expect(trials.length).toBe(24)
  const counts = { met: 0, notMet: 0, unknown: 0 }
  for (const { record } of trials) {
    const { criteria } = record
    const answers = await askSql(
      database.db,
      criteria.map((criterion) => compileCriterion(criterion, { asOf: testDay })),
    )
    for (const [index, criterion] of criteria.entries()) {
      const faults = caseload.flatMap((facts) => {
        const evaluated = evaluatedAnswer(criterion, facts, { asOf: testDay })
        counts[evaluated.verdict] += 1
        return faultOf(evaluated, answers[index]?.get(facts.patientId)) ?? []
      })
      expect(faults.slice(0, 3), `${record.registryId} ${criterion.id} ${JSON.stringify(criterion.expr)}`).toEqual([])
    }
  }
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(1000)
})

test('a whole trial is screened in one statement as the evaluator assesses it', async () => {
  const seen = new Map<Outcome, number>()
  let pairsDropped = 0
  for (const trial of trials) {
    const compiled = compileTrial(trial.record, { asOf: testDay })
    expect(compiled.isComputed, trial.record.registryId).toBe(true)
    const answers = await askSqlOfTrial(database.db, compiled)
    const faults = caseload.flatMap((facts) => {
      const answer = answers.get(facts.patientId)
      if (answer !== undefined && answer.outcome !== null) seen.set(answer.outcome, (seen.get(answer.outcome) ?? 0) + 1)
      pairsDropped += answer?.isNotFalse === false ? 1 : 0
      return trialFaultOf(facts, trial, testDay, answer, compiled.isComputed) ?? []
    })
    expect(faults.slice(0, 3), trial.record.registryId).toEqual([])
  }
  for (const outcome of ['notMatched', 'notYet', 'needsData'] as const)
    expect(seen.get(outcome), outcome).toBeGreaterThan(20)
  // Most pairs fail on the cancer alone; a filter that kept half of them would not be worth its statement.
  expect(pairsDropped).toBeGreaterThan((caseload.length * trials.length) / 2)
})

test.each([
  ['who may have one of the cancers of a trial', compileCancerTypes(cancers).isNotFalse],
  ['whom a trial is offered to', trialOf({ criteria: [] }).isOffered],
  ['who may pass a whole trial', trialOf({}).isNotFalse],
])('%s is found from indexes', async (_, isAsked) => {
  const plan = await database.db.transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx)
    return sql<{ 'QUERY PLAN': string }>`explain select patient_id from patient_facts where ${isAsked}`.execute(trx)
  })
  const lines = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
  for (const index of ['cancer_exact', 'cancer_group', 'cancer_possible', 'uncoded']) {
    expect(lines).toContain(`patient_facts_${index}`)
  }
})
