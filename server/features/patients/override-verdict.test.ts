import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { laterInstant, testDay } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'
import { create, findOpenPair, formFor, get, referralIn, sendOff } from '../../../tests/support/referral-steps.ts'
import { inTransaction } from '../../database/transaction.ts'
import { rescreenDaySlice } from '../../eligibility/daily-rescreen-repository.ts'
import { rescreenTrial } from '../../eligibility/screening-repository.ts'

type Schemas = components['schemas']

let app: TestApp
let oncologist: Send
let nurse: Send

beforeAll(async () => {
  app = await openTestApp({ now: laterInstant })
  oncologist = await app.signInAs('oncologist')
  nurse = await app.signInAs('nurse')
})
afterAll(() => app.close())

interface Pair {
  readonly patientId: string
  readonly trialId: string
}

const reason = 'Discussed in the tumour board this morning'
const address = ({ patientId, trialId }: Pair) => `/api/patients/${patientId}/trials/${trialId}`

async function verdictOf(pair: Pair): Promise<Schemas['TrialVerdict']> {
  return (await oncologist({ method: 'GET', url: address(pair) })).json()
}

/** A patient of ZZ001 with a trial of their own that nothing known stops, and its first criterion as it is shown. */
async function openPair(): Promise<{ pair: Pair; wanted: Schemas['NewOverride'] }> {
  const payload = { filters: { referralStatus: ['none'], hasCandidate: true }, limit: 50 }
  const page = (await oncologist({ method: 'POST', url: '/api/patients/search', payload })).json<
    Schemas['PatientPage']
  >()
  for (const { patientId } of page.items) {
    const list = (await oncologist({ method: 'GET', url: `/api/patients/${patientId}/candidates` })).json<
      Schemas['CandidateList']
    >()
    const [candidate] = list.candidates.filter(({ outcome }) => outcome !== 'notYet')
    if (candidate === undefined) continue
    const pair = { patientId, trialId: candidate.trialId }
    const { criteria } = await verdictOf(pair)
    const criterion = criteria.find((each) => each.class === 'hard' && each.override === null && each.basis !== null)
    if (!criterion?.basis) continue
    const { criterionId, cohort, basis } = criterion
    return { pair, wanted: { criterionId, cohort, basis, verdict: 'notMet', reason, replaces: null } }
  }
  throw new Error('Nobody has a candidate trial with a hard criterion.')
}

function set(pair: Pair, payload: object, { send = oncologist, key = randomUUID() as string } = {}) {
  return send({
    method: 'POST',
    url: `${address(pair)}/overrides`,
    payload,
    headers: { 'idempotency-key': key },
  })
}

function withdraw(pair: Pair, overrideId: string, send = nurse) {
  return send({ method: 'POST', url: `${address(pair)}/overrides/${overrideId}/withdrawal`, payload: { reason } })
}

async function stored({ patientId, trialId }: Pair) {
  const { rows } = await sql<{ outcome: string; counted: number; isSet: boolean }>`
    select outcome, not_matched as counted, is_set_by_clinician as "isSet" from screening join candidate_count using (patient_id)
    where patient_id = ${patientId} and trial_id = ${trialId}`.execute(app.database.db)
  const [row] = rows
  if (row === undefined) throw new Error('The pair is not screened.')
  return { outcome: row.outcome, notMatched: row.counted, isSet: row.isSet }
}

const rowsOf = async ({ patientId }: Pair) =>
  (
    await sql<{ entry_id: string; action: string; actor_name: string }>`
      select entry_id, action, actor_name from verdict_override where patient_id = ${patientId} order by sequence`.execute(
      app.database.db,
    )
  ).rows

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const

describe("a clinician's verdict", () => {
  test('is counted with the patient’s candidates, on the trial and at home, in the same step', async () => {
    const { pair, wanted } = await openPair()
    const before = await stored(pair)
    const home = async () =>
      (await oncologist({ method: 'GET', url: '/api/home' }))
        .json<Schemas['Home']>()
        .tiles.filter(({ tile }) => tile !== 'candidateChanges')
    const possible = async () =>
      (await oncologist({ method: 'GET', url: `/api/trials/${pair.trialId}/patients` })).json<
        Schemas['TrialPatientPage']
      >().counts
    const [tilesBefore, possibleBefore] = [await home(), await possible()]
    const answer = await set(pair, wanted)
    expect(answer.statusCode, answer.body).toBe(201)
    expect(await stored(pair)).toEqual({ outcome: 'notMatched', notMatched: before.notMatched + 1, isSet: true })
    expect((await possible()).notMatched).toBe(possibleBefore.notMatched + 1)

    const { overrideHistory } = answer.json<Schemas['TrialVerdict']>()
    expect((await withdraw(pair, overrideHistory[0]?.overrideId ?? '')).statusCode).toBe(200)
    expect(await stored(pair)).toEqual(before)
    expect(await possible()).toEqual(possibleBefore)
    expect(await home()).toEqual(tilesBefore)
    expect((await rowsOf(pair)).map(({ action }) => action)).toEqual(['set', 'withdrawn'])

    const told = (await nurse({ method: 'GET', url: `/api/patients/${pair.patientId}/changes` })).json<
      Schemas['PatientChanges']
    >()
    const changes = told.items.find(({ trial }) => trial.trialId === pair.trialId)?.changes ?? []
    expect(changes.map(({ cause }) => cause)).toEqual(['override', 'override'])
    const fallen = changes.find(({ to }) => to === 'notMatched')
    expect(fallen?.because.join()).toMatch(/^Set to “not met” by /)
  })

  test('is not lost by what screens later: another trial version, or the passing of a day', async () => {
    const { pair, wanted } = await openPair()
    const { overrideHistory } = (await set(pair, wanted)).json<Schemas['TrialVerdict']>()
    for (const screen of [
      () =>
        inTransaction(app.database.db, nobody, (trx) => rescreenTrial(trx, pair.trialId, [pair.patientId], testDay)),
      () =>
        inTransaction(app.database.db, nobody, (trx) =>
          rescreenDaySlice(trx, null, 10_000, { asOf: testDay, now: new Date() }),
        ),
    ]) {
      await screen()
      expect(await stored(pair)).toMatchObject({ outcome: 'notMatched', isSet: true })
    }
    await withdraw(pair, overrideHistory[0]?.overrideId ?? '')
  })

  test('cannot be changed or removed afterwards, not even by the owner of the database', async () => {
    const { pair, wanted } = await openPair()
    const { overrideHistory } = (await set(pair, wanted)).json<Schemas['TrialVerdict']>()
    const { db } = app.database
    await expect(sql`update verdict_override set reason = 'other'`.execute(db)).rejects.toThrow('only ever added')
    await expect(sql`delete from verdict_override`.execute(db)).rejects.toThrow('only ever added')
    await withdraw(pair, overrideHistory[0]?.overrideId ?? '')
  })

  test('set by two people at the same moment is the first one’s; the second is told of it', async () => {
    const { pair, wanted } = await openPair()
    const answers = await Promise.all([set(pair, wanted), set(pair, { ...wanted, verdict: 'met' }, { send: nurse })])
    const first = answers.find(({ statusCode }) => statusCode === 201)?.json<Schemas['TrialVerdict']>()
    const second = answers.find(({ statusCode }) => statusCode !== 201)
    if (first === undefined || second === undefined) throw new Error('Both or neither were set.')
    const overrideId = first.overrideHistory[0]?.overrideId ?? ''
    expectProblem(second, { status: 409, kind: 'override-conflict' })
    expect(second.json<Schemas['Problem']>().currentOverride).toMatchObject({ overrideId })
    expect((await verdictOf(pair)).overrideHistory.filter((entry) => entry.overrideId === overrideId)).toHaveLength(1)
    await withdraw(pair, overrideId)
  })

  test('sent twice at the same moment is set once', async () => {
    const { pair, wanted } = await openPair()
    const before = (await rowsOf(pair)).length
    const key = randomUUID()
    const twice = await Promise.all([set(pair, wanted, { key }), set(pair, wanted, { key })])
    expect(twice.map(({ statusCode }) => statusCode)).toEqual([201, 201])
    expect(await rowsOf(pair)).toHaveLength(before + 1)
    await withdraw(pair, twice[0]?.json<Schemas['TrialVerdict']>().overrideHistory[0]?.overrideId ?? '')
  })
})

test('the site reads who set a verdict, when and why, beside the software’s own, as it was when sent', async () => {
  const pair = await findOpenPair(app.database)
  const { criteria } = await verdictOf(pair)
  const shown = criteria.find(({ basis }) => basis !== null)
  const { criterionId = '', cohort = null, basis = '' } = shown ?? {}
  const wanted = { criterionId, cohort, basis, verdict: 'met', reason, replaces: null }
  const { overrideHistory } = (await set(pair, wanted)).json<Schemas['TrialVerdict']>()
  const draft = referralIn(await create(oncologist, pair))
  const { referral } = referralIn(await sendOff(oncologist, draft, formFor(pair)))
  await withdraw(pair, overrideHistory[0]?.overrideId ?? '')

  const site = await app.signInAs('site-nurse', 'ZZ002')
  const { sharedRecord } = referralIn(await get(site, referral.referralId))
  expect(sharedRecord?.outcomeLabel).toContain('with 1 verdict set by a clinician')
  const received = sharedRecord?.criteria.find((each) => each.criterionId === criterionId)
  expect(received).toMatchObject({
    verdict: shown?.verdict,
    override: { verdict: 'met', reason, role: 'oncologist', at: '2026-06-15T09:30:00.000Z', state: 'active' },
  })
  expect(received).not.toHaveProperty('basis')
})
