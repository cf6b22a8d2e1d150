import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { laterInstant } from '../../../tests/support/demonstration-seed.ts'
import { newPlatelets } from '../../../tests/support/sample-new-items.ts'
import { inTransaction } from '../../database/transaction.ts'
import { refreshPatientFacts } from '../../eligibility/facts-repository.ts'

type Schemas = components['schemas']

let app: TestApp
let nurse: Send
let patientId: string

beforeAll(async () => {
  app = await openTestApp({ now: laterInstant })
  nurse = await app.signInAs('nurse')
  const { patient_id } = await app.database.db
    .selectFrom('screening')
    .innerJoin('organisation', 'organisation.organisation_id', 'screening.organisation_id')
    .select('patient_id')
    .where('code', '=', 'ZZ001')
    .where('diagnosis_grade', '=', 'exact')
    .where('outcome', '=', 'needsData')
    .orderBy('patient_id')
    .executeTakeFirstOrThrow()
  patientId = patient_id
})
afterAll(() => app.close())

const record = (payload: object) =>
  nurse({
    method: 'POST',
    url: `/api/patients/${patientId}/items`,
    payload,
    headers: { 'idempotency-key': randomUUID() },
  })

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const reported = { reportedOn: '2026-06-10', source: 'Genomic laboratory' }

describe('what is stored with a recorded item', () => {
  const factsRow = () =>
    app.database.db
      .selectFrom('patient_facts')
      .selectAll()
      .where('patient_id', '=', patientId)
      .executeTakeFirstOrThrow()
  const status = { ...newPlatelets, observationKind: 'performance-status', code: 'ECOG', value: 2, unit: null }
  const course = { kind: 'treatment', treatmentKind: 'systemic', name: 'sorafenib', classes: [], setting: null }
  const fusion = {
    kind: 'biomarker',
    type: 'fusion',
    genes: ['FGFR2', 'BICC1'],
    marker: null,
    hgvsP: null,
    allele: null,
  }

  test.each<[string, object]>([
    ['a result', { ...newPlatelets, value: 99.5, lowerLimit: 150, upperLimit: 400.25 }],
    ['a finding', status],
    [
      'a treatment',
      { ...course, line: 1, startedOn: '2026-05-01', isOngoing: true, halfLifeDays: 1.5, source: 'Notes' },
    ],
    ['a marker', { ...fusion, result: 'present', value: null, unit: null, isCentralReview: false, ...reported }],
    ['a confirmation', { kind: 'assertion', category: 'medicines-reviewed', assertedOn: '2026-06-12', source: 'Ward' }],
  ])('%s, and with its withdrawal, are the facts that all rows give', async (_what, item) => {
    const answer = await record(item)
    expect(answer.statusCode, answer.body).toBe(201)
    const { itemId } = answer.json<Schemas['RecordedChange']>()
    await expectFactsOfRows()
    const taken = await record({ kind: 'withdrawal', reason: 'Of another patient', replaces: itemId })
    expect(taken.statusCode, taken.body).toBe(201)
    await expectFactsOfRows()
  })

  /** Read from the tables anew, the rows give the very same columns. */
  async function expectFactsOfRows(): Promise<void> {
    const stored = await factsRow()
    await inTransaction(app.database.db, nobody, (trx) => refreshPatientFacts(trx, [patientId], stored.derived_at))
    expect(await factsRow()).toEqual(stored)
  }
})

test('a trial that has closed since the last screening is told of by its name, and its answer is gone', async () => {
  const { db } = app.database
  const ofPatient = (trialId: string) =>
    db.selectFrom('screening').select('outcome').where('patient_id', '=', patientId).where('trial_id', '=', trialId)
  const trial = await db
    .selectFrom('screening')
    .innerJoin('trial', 'trial.trial_id', 'screening.trial_id')
    .select(['trial.trial_id', 'registry_id', 'title', 'outcome'])
    .where('patient_id', '=', patientId)
    .orderBy('registry_id')
    .executeTakeFirstOrThrow()
  const setOpen = (is_open_at_home: boolean) =>
    db.updateTable('trial').set({ is_open_at_home }).where('trial_id', '=', trial.trial_id).execute()
  const changeOf = ({ changes }: Schemas['RecordedChange']) => changes.find(({ trialId }) => trialId === trial.trial_id)
  const named = { trialId: trial.trial_id, registryId: trial.registry_id, title: trial.title }

  await setOpen(false)
  const closed = (await record({ ...newPlatelets, value: 120 })).json<Schemas['RecordedChange']>()
  expect(changeOf(closed)).toEqual({
    ...named,
    from: trial.outcome,
    to: null,
    isSetByClinician: false,
    meetingDay: null,
  })
  expect(await ofPatient(trial.trial_id).execute()).toEqual([])
  await setOpen(true)
  const opened = (await record({ ...newPlatelets, value: 121 })).json<Schemas['RecordedChange']>()
  expect(changeOf(opened)).toMatchObject({ ...named, from: null, to: expect.any(String), isSetByClinician: false })
  expect(await ofPatient(trial.trial_id).execute()).toEqual([{ outcome: changeOf(opened)?.to }])
})
