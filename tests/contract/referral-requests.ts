import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationAccounts } from '../../mocks/data/accounts/demonstration-accounts.ts'
import type { ApiRequest, ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

export function describeReferralRequests(suite: ContractSuite): void {
  test('carries a referral from draft to enrolment and moves the recruitment chart', async () => {
    const { patientId, candidate } = await suite.firstPatientWithCandidate()
    const site = candidate.sites.find((each) => each.canReceive && each.recruitmentStatus === 'open')
    const before = (await suite.get('getTrialRecruitment', suite.nurse, `/recruitment/${candidate.trialId}`))
      .body as Schemas['TrialRecruitment']

    const key = { 'idempotency-key': randomUUID() }
    const create: ApiRequest = {
      method: 'POST',
      path: '/referrals',
      body: { patientId, trialId: candidate.trialId },
      headers: key,
    }
    const created = await suite.ask('createReferral', suite.nurse, create)
    expect(created.status, JSON.stringify(created.body)).toBe(201)
    const draft = created.body as Schemas['Referral']
    expect((await suite.ask('createReferral', suite.nurse, create)).body).toEqual(draft)
    const again = await suite.ask('createReferral', suite.nurse, {
      ...create,
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(again.status).toBe(409)
    expect((again.body as Schemas['Problem']).referralId).toBe(draft.referral.referralId)

    const path = `/referrals/${draft.referral.referralId}`
    const form = { siteId: site?.siteId ?? '', withheldItemIds: [], message: 'Please consider.' }
    const stale = { 'if-match': '"999"' }
    const conflict = await suite.ask('saveReferralDraft', suite.nurse, {
      method: 'PUT',
      path: `${path}/draft`,
      body: form,
      headers: stale,
    })
    expect(conflict.status).toBe(412)
    expect((conflict.body as Schemas['Problem']).current?.referral.version).toBe(draft.referral.version)
    const saved = await suite.ask('saveReferralDraft', suite.nurse, {
      method: 'PUT',
      path: `${path}/draft`,
      body: form,
      headers: { 'if-match': created.etag ?? '' },
    })
    expect(saved.status, JSON.stringify(saved.body)).toBe(200)
    const send = (message: string) =>
      suite.ask('sendReferral', suite.nurse, {
        method: 'POST',
        path: `${path}/send`,
        body: { ...form, message, agreement: { agreedOn: '2026-06-15', how: 'in-person' } },
        headers: { 'if-match': saved.etag ?? '', 'idempotency-key': randomUUID() },
      })
    const { body: patient } = await suite.get('getPatient', suite.nurse, `/patients/${patientId}`)
    for (const identifier of ['999 000 0018', (patient as Schemas['Patient']).bornOn ?? 'DOB 1 Jan 1960']) {
      const named = await send(`Please consider (${identifier}).`)
      expect(named.status, JSON.stringify(named.body)).toBe(400)
      expect(named.body).toMatchObject({ type: 'urn:problem:identifying-text', errors: [{ pointer: '/message' }] })
    }
    const sent = await send(form.message)
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)

    const code = (sent.body as Schemas['Referral']).referral.site?.organisation.code
    const siteNurse = await suite.api.as('site-nurse', code)
    const investigator = await suite.api.as('investigator', code)
    const received = (await suite.get('getReferral', siteNurse, path)).body as Schemas['Referral']
    expect(received.referral.patient.patientId).toBeNull()
    expect(received.sharedRecord?.items.length).toBeGreaterThan(0)

    let etag = sent.etag
    const move = async (send: ApiSender, body: Schemas['ReferralMove'], status = 200) => {
      const headers = { 'if-match': etag ?? '', 'idempotency-key': randomUUID() }
      const answer = await suite.ask('moveReferral', send, { method: 'POST', path: `${path}/moves`, body, headers })
      expect(answer.status, JSON.stringify(answer.body)).toBe(status)
      if (status === 200) etag = answer.etag
      return answer
    }
    const named = await move(siteNurse, { to: 'received', note: 'Spoke to 999 000 0018' }, 400)
    expect(named.body).toMatchObject({ type: 'urn:problem:identifying-text', errors: [{ pointer: '/note' }] })
    await move(siteNurse, { to: 'received' })
    await move(siteNurse, { to: 'pre-screening' })
    await move(siteNurse, { to: 'pre-screen-pass' })
    await move(siteNurse, { to: 'approached' })
    await move(siteNurse, { to: 'consented' }, 400)
    await move(siteNurse, { to: 'consented', occurredOn: '2026-06-15' })
    await move(siteNurse, { to: 'eligible' }, 403)
    await move(investigator, { to: 'eligible' })
    await move(siteNurse, { to: 'enrolled', occurredOn: '2026-06-15' })
    const { events, referral } = (await suite.get('getReferral', suite.nurse, path)).body as Schemas['Referral']
    expect(events.map(({ to }) => to)).toEqual([
      'referral-draft',
      'sent',
      'received',
      'pre-screening',
      'pre-screen-pass',
      'approached',
      'consented',
      'eligible',
      'enrolled',
    ])
    expect(referral.status).toBe('enrolled')

    const after = (await suite.get('getTrialRecruitment', suite.nurse, `/recruitment/${candidate.trialId}`))
      .body as Schemas['TrialRecruitment']
    const enrolledFrom = ({ sites }: Schemas['TrialRecruitment']) =>
      sites.reduce((sum, each) => sum + each.fromReferrals, 0)
    expect(enrolledFrom(after)).toBe(enrolledFrom(before) + 1)
    expect(after.row.recruited).toBe((before.row.recruited ?? 0) + 1)
  })

  test('lists referrals with the counts of their clocks', async () => {
    const { body } = await suite.get('listReferrals', suite.nurse, '/referrals?limit=100')
    const page = body as Schemas['ReferralPage']
    const counted = page.counts.clock.reduce((sum, { count }) => sum + count, 0)
    expect(counted).toBe(page.total.count)
    const overdue = (await suite.get('listReferrals', suite.nurse, '/referrals?clock=overdue&limit=100'))
      .body as Schemas['ReferralPage']
    expect(overdue.items.every(({ clock }) => clock.state === 'overdue')).toBe(true)
    expect(overdue.total.count).toBe(page.counts.clock.find(({ value }) => value === 'overdue')?.count ?? 0)
  })

  test('opens each role with its own work', async () => {
    for (const { role } of demonstrationAccounts.slice(-9)) {
      expect((await suite.get('getHome', await suite.api.as(role), '/home')).status, role).toBe(200)
    }
  })

  test('watches recruitment with the rating rule beside it', async () => {
    const lead = await suite.api.as('national-lead')
    const { items, ratingRule } = (await suite.get('listRecruitment', lead, '/recruitment'))
      .body as Schemas['RecruitmentOverview']
    expect(ratingRule).toContain('Red')
    expect(new Set(items.map(({ rating }) => rating.colour))).toEqual(new Set(['red', 'amber', 'green', 'none']))
  })
}
