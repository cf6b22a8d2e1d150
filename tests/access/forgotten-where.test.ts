import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { components } from '#api/schema.ts'
import type { Trx } from '../../server/plugins/operation.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { searchPatients } from '../support/patient-search.ts'

type Schemas = components['schemas']

// The application forgets every condition on whose patients somebody may see; the database is what is left.
vi.mock('../../server/patient-rows/patients-in-scope.ts', async (original) => {
  const kept = await original<typeof import('../../server/patient-rows/patients-in-scope.ts')>()
  const everybody = sql`(select patient.patient_id from patient)`
  return {
    ...kept,
    isOwnPatient: () => sql`true`,
    mayBeOpened: () => sql`true`,
    idsOfOwnPatients: () => everybody,
    idsToBeOpened: () => everybody,
  }
})

vi.mock('../../server/referral-rows/visible-referrals-repository.ts', async (original) => {
  const kept = await original<typeof import('../../server/referral-rows/visible-referrals-repository.ts')>()
  return { ...kept, visibleReferrals: (trx: Trx) => trx.selectFrom('referral') }
})

let tested: TestApp
let nurse: Send
let own: readonly string[]
let others: readonly string[]

beforeAll(async () => {
  tested = await openTestApp()
  nurse = await tested.signInAs('nurse')
  const { db } = tested.database
  await sql`
    update patient set team_id = team.team_id from team
    where team.name = 'Head and neck clinic' and patient.organisation_id = team.organisation_id
      and patient.patient_id < '80000000-0000-0000-0000-000000000000'`.execute(db)
  const { rows } = await sql<{ patient_id: string; is_own: boolean }>`
    select patient_id, team.name <> 'Head and neck clinic' as is_own
    from patient join team using (team_id) join organisation on organisation.organisation_id = patient.organisation_id
    where code = 'ZZ001'`.execute(db)
  own = rows.filter((row) => row.is_own).map(({ patient_id }) => patient_id)
  others = rows.filter((row) => !row.is_own).map(({ patient_id }) => patient_id)
})
afterAll(() => tested.close())

async function get<Body>(url: string): Promise<Body> {
  const answer = await nurse({ method: 'GET', url })
  expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
  return answer.json<Body>()
}

describe('with every condition of the application forgotten', () => {
  it('there are patients of the same hospital whom the nurse may not see', () => {
    expect(own.length).toBeGreaterThan(5)
    expect(others.length).toBeGreaterThan(5)
  })

  it('the worklist and its numbers are of the own team', async () => {
    const page = await searchPatients(nurse, {})
    expect(page.items.map(({ patientId }) => patientId).toSorted()).toEqual(own.toSorted())
    expect(page.total.count).toBe(own.length)
    const home = await get<Schemas['Home']>('/api/home')
    expect(home.tiles.find(({ tile }) => tile === 'myPatients')?.count).toBe(own.length)
  })

  it('a record of another team does not exist, nor can anything be added to it', async () => {
    for (const patientId of others.slice(0, 3)) {
      for (const part of ['', '/candidates', '/changes', '/care-team']) {
        expect((await nurse({ method: 'GET', url: `/api/patients/${patientId}${part}` })).statusCode).toBe(404)
      }
      const headers = { 'idempotency-key': crypto.randomUUID() }
      const payload = { kind: 'assertion', category: 'medicines-reviewed', assertedOn: '2026-06-14', source: 'Clinic' }
      const url = `/api/patients/${patientId}/items`
      expect((await nurse({ method: 'POST', url, headers, payload })).statusCode).toBe(404)
    }
  })

  it('lists of changes, of referrals and of patients of a trial name nobody else', async () => {
    const changes = await get<Schemas['CandidateChangePage']>('/api/changes?seen=all&limit=200')
    const referrals = await get<Schemas['ReferralPage']>('/api/referrals?limit=100')
    const named = [
      ...changes.items.map(({ patient }) => patient.patientId),
      ...referrals.items.flatMap(({ patient }) => patient.patientId ?? []),
    ]
    const { items: trials } = await get<Schemas['TrialPage']>('/api/trials?limit=20')
    for (const { trialId } of trials) {
      const page = await get<Schemas['TrialPatientPage']>(`/api/trials/${trialId}/patients?limit=100`)
      named.push(...page.items.map(({ patientId }) => patientId))
    }
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((id) => !own.includes(id))).toEqual([])
  })

  it('the list of a site holds what is for the trials on whose log the person is', async () => {
    const site = await tested.signInAs('site-nurse')
    const { db } = tested.database
    const { rows } = await sql<{ referral_id: string; is_mine: boolean }>`
      select referral_id, exists (
        select from delegation join account using (account_id)
        where email = 'site-nurse@zz001.example' and delegation.trial_id = referral.trial_id
          and (ends_on is null or ends_on >= '2026-06-15')) as is_mine
      from referral join organisation on organisation_id = to_organisation_id
      where code = 'ZZ001' and sent_on is not null`.execute(db)
    const mine = rows.filter((row) => row.is_mine).map(({ referral_id }) => referral_id)
    expect(mine.length).toBeLessThan(rows.length)
    const answer = await site({ method: 'GET', url: '/api/referrals?closed=true&limit=100' })
    const { items } = answer.json<Schemas['ReferralPage']>()
    expect(items.map(({ referralId }) => referralId).toSorted()).toEqual(mine.toSorted())
  })
})
