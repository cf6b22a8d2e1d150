import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { roles } from '#domain/access/role.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'

type Schemas = components['schemas']

let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

async function homeOf(send: Send) {
  const answer = await send({ method: 'GET', url: '/api/home' })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const home = answer.json<Schemas['Home']>()
  return { ...home, counts: Object.fromEntries(home.tiles.map(({ tile, count }) => [tile, count])) }
}

async function totalOf(send: Send, search: string): Promise<number> {
  return (await send({ method: 'GET', url: `/api/referrals?${search}` })).json<Schemas['ReferralPage']>().total.count
}

test.each(roles.map(({ role }) => role))('the page answers for the role %s', async (role) => {
  const home = await homeOf(await app.signInAs(role))
  expect(Array.isArray(home.attention)).toBe(true)
})

describe('the numbers', () => {
  test('of a nurse are as long as the lists they open', async () => {
    const nurse = await app.signInAs('nurse')
    const { counts } = await homeOf(nurse)
    expect(counts.overdueReferrals).toBe(await totalOf(nurse, 'clock=overdue&clock=escalated'))
    expect(counts.overdueReferrals).toBeGreaterThan(0)
    expect(counts.dueReferrals).toBe(await totalOf(nurse, 'clock=due'))
    expect(counts.draftReferrals).toBe(await totalOf(nurse, 'status=referral-draft'))
    expect(counts.openReferrals).toBe(await totalOf(nurse, ''))
    const search = { method: 'POST', url: '/api/patients/search', payload: { filters: {} } } as const
    const patients = (await nurse(search)).json<Schemas['PatientPage']>()
    expect(counts.myPatients).toBe(patients.total.count)
    expect(counts.patientsWithCandidate).toBeGreaterThan(0)
    expect(counts.patientsWithCandidate).toBeLessThan(counts.myPatients ?? 0)
    const toConsider = { ...search, payload: { filters: { hasCandidate: true } } }
    const { total } = (await nurse(toConsider)).json<Schemas['PatientPage']>()
    expect(counts.patientsWithCandidate).toBe(total.count)
    expect(counts.patientsMissingData).toBeGreaterThan(0)
    expect(counts).not.toHaveProperty('referralsToAcknowledge')
  })

  test('of a site are about what was sent to it', async () => {
    const siteNurse = await app.signInAs('site-nurse', 'ZZ002')
    const { counts } = await homeOf(siteNurse)
    expect(counts.referralsToAcknowledge).toBe(await totalOf(siteNurse, 'status=sent'))
    expect(counts.openReferrals).toBe(await totalOf(siteNurse, ''))
    expect(Object.keys(counts)).toEqual(['overdueReferrals', 'dueReferrals', 'referralsToAcknowledge', 'openReferrals'])
  })

  test('of a lead hold no patients and no referrals', async () => {
    const home = await homeOf(await app.signInAs('trust-lead'))
    expect(Object.keys(home.counts)).toEqual(['trialsBehindTarget', 'openTrials'])
    expect(home.counts.openTrials).toBeGreaterThan(0)
    expect(home.attention).toEqual([])
  })

  test('of an administrator are the accounts, and the referrals that nobody delegated can see', async () => {
    const administrator = await app.signInAs('administrator')
    const { items } = (await administrator({ method: 'GET', url: '/api/accounts' })).json<Schemas['AccountList']>()
    // The line of DEMO-MCC-14 ran out the day before, and one referral waits there.
    expect((await homeOf(administrator)).counts).toEqual({ accounts: items.length, referralsWithoutDelegate: 1 })
  })
})

describe('what needs attention', () => {
  test('is at most ten referrals of the own hospital, the longest overdue first', async () => {
    const { attention } = await homeOf(await app.signInAs('nurse'))
    expect(attention.length).toBeGreaterThan(0)
    expect(attention.length).toBeLessThanOrEqual(10)
    const due = attention.map(({ clock }) => clock.dueOn ?? '')
    expect(due).toEqual(due.toSorted())
    for (const { clock, fromOrganisation } of attention) {
      expect(['due', 'overdue', 'escalated']).toContain(clock.state)
      expect(fromOrganisation?.code).toBe('ZZ001')
    }
  })

  test('gives a site no identifier of a patient’s record', async () => {
    const { attention } = await homeOf(await app.signInAs('investigator', 'ZZ002'))
    expect(attention.map(({ patient }) => patient.patientId).filter((id) => id !== null)).toEqual([])
  })
})
