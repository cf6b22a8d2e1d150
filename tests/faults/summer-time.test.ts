import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { performanceStatusWindowDays } from '#domain/eligibility/freshness.ts'
import { addDays } from '#domain/identity/calendar-date.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { expectProblem } from '../support/expect-problem.ts'
import { findOpenPair, formFor, makeDraft, referralIn, sendOff } from '../support/referral-steps.ts'

type Schemas = components['schemas']

describe('half an hour before midnight UTC on 30 June, when it is 1 July in London', () => {
  let app: TestApp
  let oncologist: Send

  beforeAll(async () => {
    app = await openTestApp({ now: new Date('2026-06-30T23:30:00Z') })
    oncologist = await app.signInAs('oncologist')
  })
  afterAll(() => app.close())

  const get = async <Body>(url: string): Promise<Body> => {
    const answer = await oncologist({ method: 'GET', url })
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json<Body>()
  }

  test('today is 1 July, wherever a day is named', async () => {
    const { patientId } = await findOpenPair(app.database)
    expect((await get<Schemas['Session']>('/api/session')).today).toBe('2026-07-01')
    expect((await get<Schemas['CandidateList']>(`/api/patients/${patientId}/candidates`)).asOf).toBe('2026-07-01')
    const { asOf, items } = await get<Schemas['RecruitmentOverview']>('/api/recruitment')
    expect(asOf).toBe('2026-07-01')
    const months = await Promise.all(
      items.map(({ trialId }) => get<Schemas['TrialRecruitment']>(`/api/recruitment/${trialId}`)),
    )
    expect(months.flatMap((trial) => trial.months.map(({ month }) => month))).toContain('2026-07')
  })

  test('a performance status goes stale by the London day', async () => {
    const rows = await sql<{ patient_id: string; family_name: string }>`
      select patient_id, family_name from patient join patient_facts using (patient_id)
      where patient.organisation_id = (select organisation_id from organisation where code = 'ZZ001')
        and ecog is not null order by patient_id limit 2`.execute(app.database.db)
    const [last, past] = rows.rows
    const lastDay = addDays('2026-07-01', -performanceStatusWindowDays)
    const days = [lastDay, addDays(lastDay, -1)]
    for (const [index, row] of rows.rows.entries()) {
      await sql`update patient_facts set ecog_on = ${days[index]}::date where patient_id = ${row.patient_id}`.execute(
        app.database.db,
      )
    }
    const isStale = async (row: typeof last) => {
      const payload = { filters: { text: row?.family_name }, limit: 100 }
      const answer = await oncologist({ method: 'POST', url: '/api/patients/search', payload })
      const { items } = answer.json<Schemas['PatientPage']>()
      return items.find(({ patientId }) => patientId === row?.patient_id)?.performanceStatus?.isStale
    }
    expect(await isStale(last)).toBe(false)
    expect(await isStale(past)).toBe(true)
  })

  test('a referral sent now was sent on 1 July, and its clock starts that day', async () => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const tomorrow = { ...formFor(pair), agreement: { agreedOn: '2026-07-02', how: 'in-person' } as const }
    const early = await sendOff(oncologist, referral, tomorrow)
    expect(early.statusCode, early.body).toBe(400)
    const today = { ...formFor(pair), agreement: { agreedOn: '2026-07-01', how: 'in-person' } as const }
    const sent = referralIn(await sendOff(oncologist, referral, today)).referral
    expect(sent).toMatchObject({ enteredOn: '2026-07-01', sentOn: '2026-07-01', daysSinceReferral: 0 })
    expect(sent.clock).toMatchObject({ state: 'onTime', daysUsed: 0 })
    // The instant itself stays what it was.
    expect(sent.lastEventAt).toBe('2026-06-30T23:30:00.000Z')
  })

  test.each(['0000-01-01', '1899-12-31', '9999-12-31'])('nobody agreed on %s', async (agreedOn) => {
    const { pair, referral } = await makeDraft(app.database, oncologist)
    const form = { ...formFor(pair), agreement: { agreedOn, how: 'in-person' } as const }
    expectProblem(await sendOff(oncologist, referral, form), { status: 400, kind: 'invalid-request' })
  })
})

test('at the same hour in winter London and UTC have the same day', async () => {
  const app = await openTestApp({ now: new Date('2026-12-31T23:30:00Z'), demonstration: false })
  const answer = await app.send({ method: 'GET', url: '/api/session' })
  expect(answer.json<Schemas['Session']>().today).toBe('2026-12-31')
  await app.close()
})
