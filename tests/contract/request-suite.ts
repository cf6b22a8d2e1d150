import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationAccounts, demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { contractOperations, faultOfAnswer, type OperationId } from './answer-check.ts'
import type { ApiAnswer, ApiRequest, ApiSender, ApiUnderTest } from './api-under-test.ts'

type Schemas = components['schemas']

/** Administration belongs to the server alone; the page without a server answers 501 to it. */
const serverOnly: readonly OperationId[] = [
  'createFirstAdministrator',
  'listOrganisations',
  'createOrganisation',
  'listAccounts',
  'createAccount',
]

/** The same requests against whatever claims to be the API. Every answer must be one that the contract describes. */
export function describeContract(
  name: string,
  open: () => Promise<ApiUnderTest>,
  { isMock }: { isMock: boolean },
): void {
  describe(name, () => {
    let api: ApiUnderTest
    let oncologist: ApiSender
    let nurse: ApiSender
    const exercised = new Set<OperationId>()

    beforeAll(async () => {
      api = await open()
      oncologist = await api.as('oncologist')
      nurse = await api.as('nurse')
    })
    afterAll(() => api.close())

    /** Sends, checks the answer against the contract, and returns it. */
    async function ask(operationId: OperationId, send: ApiSender, request: ApiRequest): Promise<ApiAnswer> {
      exercised.add(operationId)
      const answer = await send(request)
      expect(
        faultOfAnswer(operationId, answer.status, answer.body),
        JSON.stringify(answer.body)?.slice(0, 400),
      ).toBeNull()
      return answer
    }
    const get = (operationId: OperationId, send: ApiSender, path: string) =>
      ask(operationId, send, { method: 'GET', path })

    async function firstPatientWithCandidate(): Promise<{ patientId: string; candidate: Schemas['Candidate'] }> {
      const { body } = await ask('searchPatients', oncologist, {
        method: 'POST',
        path: '/patients/search',
        body: { filters: { referralStatus: ['none'] }, sort: 'candidates', limit: 50 },
      })
      for (const { patientId } of (body as Schemas['PatientPage']).items) {
        const { body: list } = await get('listPatientCandidates', oncologist, `/patients/${patientId}/candidates`)
        const candidate = (list as Schemas['CandidateList']).candidates.find(
          ({ sites, referral }) =>
            referral === null && sites.some((site) => site.canReceive && site.recruitmentStatus === 'open'),
        )
        if (candidate) return { patientId, candidate }
      }
      throw new Error('No patient without a referral has a candidate trial with an open site.')
    }

    test('says that it is alive and ready without anybody being signed in', async () => {
      expect((await get('getHealth', api.asNobody, '/health')).body).toEqual({ status: 'ok' })
      expect((await get('getReady', api.asNobody, '/ready')).status).toBe(200)
    })

    test('tells a visitor that nobody is signed in', async () => {
      const { status, body } = await get('getSession', api.asNobody, '/session')
      expect(status).toBe(200)
      expect(body).toMatchObject({ caller: null, isDemonstration: true, today: '2026-06-15' })
    })

    test('signs in with the right password only', async () => {
      const email = demonstrationAccounts[0]?.email
      const wrong = await ask('signIn', api.asNobody, {
        method: 'POST',
        path: '/session',
        body: { email, password: 'guess' },
      })
      expect(wrong.status).toBe(401)
      const right = { email, password: demonstrationPassword }
      const answer = await ask('signIn', api.asNobody, { method: 'POST', path: '/session', body: right })
      expect((answer.body as Schemas['Session']).caller?.role).toBe('oncologist')
    })

    test('refuses patients to visitors and to roles that do not treat', async () => {
      const search: ApiRequest = { method: 'POST', path: '/patients/search', body: { filters: {} } }
      expect((await ask('searchPatients', api.asNobody, search)).status).toBe(401)
      for (const role of ['trust-lead', 'national-lead', 'privacy-officer', 'site-nurse'] as const) {
        expect((await ask('searchPatients', await api.as(role), search)).status, role).toBe(403)
      }
    })

    test('lists the taxonomy with parents before children', async () => {
      const { items } = (await get('listCancerTypes', oncologist, '/cancer-types')).body as Schemas['CancerTypeList']
      expect(items).toHaveLength(130)
      const seen = new Set<string | null>([null])
      for (const { cancerTypeId, parentId } of items) {
        expect(seen).toContain(parentId)
        seen.add(cancerTypeId)
      }
    })

    test('pages through patients without losing or repeating one', async () => {
      const ids: string[] = []
      for (let after: string | undefined; ; ) {
        const { body } = await ask('searchPatients', oncologist, {
          method: 'POST',
          path: '/patients/search',
          body: { filters: {}, sort: 'name', limit: 7, ...(after ? { after } : {}) },
        })
        const page = body as Schemas['PatientPage']
        ids.push(...page.items.map(({ patientId }) => patientId))
        if (page.next === null) {
          expect(page.total.count).toBe(ids.length)
          break
        }
        after = page.next
      }
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBeGreaterThan(7)
    })

    test('counts what each filter value would leave, and the filter leaves as many', async () => {
      const { body } = await ask('countPatients', oncologist, { method: 'POST', path: '/patients/counts', body: {} })
      const counts = body as Schemas['PatientCounts']
      const sarcoma = counts.cancerTypes.find(({ cancerTypeId }) => cancerTypeId === 'sarcoma')
      const found = await ask('searchPatients', oncologist, {
        method: 'POST',
        path: '/patients/search',
        body: { filters: { cancerTypeId: 'sarcoma', matchGrade: 'confirmed' } },
      })
      expect((found.body as Schemas['PatientPage']).total.count).toBe(sarcoma?.confirmed)
      for (const { value, count } of counts.missing) {
        const one = { filters: { missing: [value] } }
        const { body: page } = await ask('searchPatients', oncologist, {
          method: 'POST',
          path: '/patients/search',
          body: one,
        })
        expect((page as Schemas['PatientPage']).total.count, value).toBe(count)
      }
    })

    test('shows a patient, the candidates, and why for each', async () => {
      const { patientId, candidate } = await firstPatientWithCandidate()
      const { body: patient } = await get('getPatient', oncologist, `/patients/${patientId}`)
      expect((patient as Schemas['Patient']).items.length).toBeGreaterThan(0)
      const { body } = await get(
        'getPatientTrialVerdict',
        oncologist,
        `/patients/${patientId}/trials/${candidate.trialId}`,
      )
      const verdict = body as Schemas['TrialVerdict']
      expect(verdict.candidate).toEqual(candidate)
      const { met, notMet, unknown, toRead } = candidate.criteria
      expect(verdict.criteria).toHaveLength(met + notMet + unknown + toRead)
    })

    test('answers alike for a patient that does not exist and one of another organisation', async () => {
      const elsewhere = await api.as('oncologist', 'ZZ002')
      const { patientId } = await firstPatientWithCandidate()
      const foreign = await get('getPatient', elsewhere, `/patients/${patientId}`)
      const missing = await get('getPatient', elsewhere, `/patients/${randomUUID()}`)
      expect(foreign.status).toBe(404)
      expect(withoutRequestId(foreign.body)).toEqual(withoutRequestId(missing.body))
    })

    test('lists and shows trials, open and closed', async () => {
      const { body } = await get('listTrials', oncologist, '/trials?limit=100')
      const page = body as Schemas['TrialPage']
      expect(page.items.length).toBeGreaterThanOrEqual(24)
      expect(page.items.some(({ recruitmentStatus }) => recruitmentStatus !== 'open')).toBe(true)
      const trialId = page.items.find(({ recruitmentStatus }) => recruitmentStatus === 'open')?.trialId
      const trial = await get('getTrial', oncologist, `/trials/${trialId}`)
      expect((trial.body as Schemas['Trial']).criteria.length).toBeGreaterThan(0)
      expect((await get('listTrialPatients', oncologist, `/trials/${trialId}/patients`)).status).toBe(200)
      expect((await get('getTrial', oncologist, `/trials/${randomUUID()}`)).status).toBe(404)
    })

    test('refuses a misspelt filter instead of ignoring it', async () => {
      const { status, body } = await get('listTrials', oncologist, '/trials?statuss=open')
      expect(status).toBe(400)
      expect((body as Schemas['Problem']).detail).toContain('statuss')
    })

    test('carries a referral from draft to enrolment and moves the recruitment chart', async () => {
      const { patientId, candidate } = await firstPatientWithCandidate()
      const site = candidate.sites.find((each) => each.canReceive && each.recruitmentStatus === 'open')
      const before = (await get('getTrialRecruitment', nurse, `/recruitment/${candidate.trialId}`))
        .body as Schemas['TrialRecruitment']

      const key = { 'idempotency-key': randomUUID() }
      const create: ApiRequest = {
        method: 'POST',
        path: '/referrals',
        body: { patientId, trialId: candidate.trialId },
        headers: key,
      }
      const created = await ask('createReferral', nurse, create)
      expect(created.status, JSON.stringify(created.body)).toBe(201)
      const draft = created.body as Schemas['Referral']
      expect((await ask('createReferral', nurse, create)).body).toEqual(draft)
      const again = await ask('createReferral', nurse, { ...create, headers: { 'idempotency-key': randomUUID() } })
      expect(again.status).toBe(409)
      expect((again.body as Schemas['Problem']).referralId).toBe(draft.referral.referralId)

      const path = `/referrals/${draft.referral.referralId}`
      const form = { siteId: site?.siteId ?? '', withheldItemIds: [], message: 'Please consider.' }
      const stale = { 'if-match': '"999"' }
      const conflict = await ask('saveReferralDraft', nurse, {
        method: 'PUT',
        path: `${path}/draft`,
        body: form,
        headers: stale,
      })
      expect(conflict.status).toBe(412)
      expect((conflict.body as Schemas['Problem']).current?.referral.version).toBe(draft.referral.version)
      const saved = await ask('saveReferralDraft', nurse, {
        method: 'PUT',
        path: `${path}/draft`,
        body: form,
        headers: { 'if-match': created.etag ?? '' },
      })
      expect(saved.status, JSON.stringify(saved.body)).toBe(200)
      const sent = await ask('sendReferral', nurse, {
        method: 'POST',
        path: `${path}/send`,
        body: { ...form, agreement: { agreedOn: '2026-06-15', how: 'in-person' } },
        headers: { 'if-match': saved.etag ?? '', 'idempotency-key': randomUUID() },
      })
      expect(sent.status, JSON.stringify(sent.body)).toBe(200)

      const code = (sent.body as Schemas['Referral']).referral.site?.organisation.code
      const siteNurse = await api.as('site-nurse', code)
      const investigator = await api.as('investigator', code)
      const received = (await get('getReferral', siteNurse, path)).body as Schemas['Referral']
      expect(received.referral.patient.patientId).toBeNull()
      expect(received.sharedRecord?.items.length).toBeGreaterThan(0)

      let etag = sent.etag
      const move = async (send: ApiSender, body: Schemas['ReferralMove'], status = 200) => {
        const headers = { 'if-match': etag ?? '', 'idempotency-key': randomUUID() }
        const answer = await ask('moveReferral', send, { method: 'POST', path: `${path}/moves`, body, headers })
        expect(answer.status, JSON.stringify(answer.body)).toBe(status)
        if (status === 200) etag = answer.etag
        return answer
      }
      await move(siteNurse, { to: 'received' })
      await move(siteNurse, { to: 'pre-screening' })
      await move(siteNurse, { to: 'pre-screen-pass' })
      await move(siteNurse, { to: 'approached' })
      await move(siteNurse, { to: 'consented' }, 400)
      await move(siteNurse, { to: 'consented', occurredOn: '2026-06-15' })
      await move(siteNurse, { to: 'eligible' }, 403)
      await move(investigator, { to: 'eligible' })
      await move(siteNurse, { to: 'enrolled', occurredOn: '2026-06-15' })
      const { events, referral } = (await get('getReferral', nurse, path)).body as Schemas['Referral']
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

      const after = (await get('getTrialRecruitment', nurse, `/recruitment/${candidate.trialId}`))
        .body as Schemas['TrialRecruitment']
      const enrolledFrom = ({ sites }: Schemas['TrialRecruitment']) =>
        sites.reduce((sum, each) => sum + each.fromReferrals, 0)
      expect(enrolledFrom(after)).toBe(enrolledFrom(before) + 1)
      expect(after.row.recruited).toBe((before.row.recruited ?? 0) + 1)
    })

    test('lists referrals with the counts of their clocks', async () => {
      const { body } = await get('listReferrals', nurse, '/referrals?limit=100')
      const page = body as Schemas['ReferralPage']
      const counted = page.counts.clock.reduce((sum, { count }) => sum + count, 0)
      expect(counted).toBe(page.total.count)
      const overdue = (await get('listReferrals', nurse, '/referrals?clock=overdue&limit=100'))
        .body as Schemas['ReferralPage']
      expect(overdue.items.every(({ clock }) => clock.state === 'overdue')).toBe(true)
      expect(overdue.total.count).toBe(page.counts.clock.find(({ value }) => value === 'overdue')?.count ?? 0)
    })

    test('opens each role with its own work', async () => {
      for (const { role } of demonstrationAccounts.slice(-9)) {
        expect((await get('getHome', await api.as(role), '/home')).status, role).toBe(200)
      }
    })

    test('watches recruitment with the rating rule beside it', async () => {
      const lead = await api.as('national-lead')
      const { items, ratingRule } = (await get('listRecruitment', lead, '/recruitment'))
        .body as Schemas['RecruitmentOverview']
      expect(ratingRule).toContain('Red')
      expect(new Set(items.map(({ rating }) => rating.colour))).toEqual(new Set(['red', 'amber', 'green', 'none']))
    })

    test.runIf(!isMock)('lets only administrators see and make accounts and organisations', async () => {
      const administrator = await api.as('administrator')
      expect((await get('listAccounts', oncologist, '/accounts')).status).toBe(403)
      expect((await get('listAccounts', administrator, '/accounts')).status).toBe(200)
      const newOrganisation = { code: 'ZZ099', name: 'Fictional Cottage Hospital' }
      const made = await ask('createOrganisation', administrator, {
        method: 'POST',
        path: '/organisations',
        body: newOrganisation,
      })
      expect(made.status).toBe(201)
      expect((await get('listOrganisations', administrator, '/organisations')).status).toBe(200)
      const { organisationId } = made.body as Schemas['Organisation']
      const account = {
        name: 'New Nurse',
        email: 'new@zz099.example',
        role: 'nurse',
        organisationId,
        password: 'twelve letters or more',
      }
      const first = await ask('createAccount', administrator, { method: 'POST', path: '/accounts', body: account })
      expect(first.status).toBe(201)
      expect(
        (await ask('createAccount', administrator, { method: 'POST', path: '/accounts', body: account })).status,
      ).toBe(409)
      const link = { token: 'x'.repeat(43), name: 'A', email: 'a@example.org', password: 'twelve letters or more' }
      const guess = await ask('createFirstAdministrator', api.asNobody, {
        method: 'POST',
        path: '/first-administrator',
        body: link,
      })
      expect(guess.status).toBe(403)
    })

    test('signs out for good', async () => {
      const leaving = await api.as('oncologist', 'ZZ003')
      expect((await ask('signOut', leaving, { method: 'DELETE', path: '/session' })).status).toBe(204)
      expect(((await get('getSession', leaving, '/session')).body as Schemas['Session']).caller).toBeNull()
    })

    test('has been asked for every operation of the contract', () => {
      const expected = contractOperations.map(({ operationId }) => operationId)
      const left = expected.filter((id) => !exercised.has(id) && !(isMock && serverOnly.includes(id)))
      expect(left).toEqual([])
    })
  })
}

function withoutRequestId(body: unknown): unknown {
  const { requestId: _, ...rest } = body as Schemas['Problem']
  return rest
}
