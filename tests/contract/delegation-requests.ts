import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { accountAt } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { organisationByCode } from '../../mocks/data/organisations/demonstration-organisations.ts'
import { trialIdOf } from '../../mocks/data/trials/to-demonstration-trial.ts'
import type { ApiAnswer, ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const today = '2026-06-15'
/** The trial on whose log at ZZ001 everything has run out. */
const trialId = trialIdOf('DEMO-MCC-14')
const here = organisationByCode('ZZ001').organisationId
const investigatorId = accountAt(here, 'investigator').accountId
const nurseId = accountAt(here, 'site-nurse').accountId
const reason = 'Has moved to another trial'

export function describeDelegationRequests(suite: ContractSuite): void {
  const path = `/trials/${trialId}/delegation-log`
  const logOf = async (send: ApiSender) =>
    (await suite.get('getDelegationLog', send, path)).body as Schemas['DelegationLog']
  const listed = async (send: ApiSender) =>
    (await suite.get('listDelegationLogs', send, '/delegation-logs')).body as Schemas['DelegationLogList']
  const add = (send: ApiSender, line: Partial<Schemas['NewDelegation']>, key = randomUUID()) =>
    suite.ask('addDelegation', send, {
      method: 'POST',
      path,
      body: { accountId: nurseId, duty: 'consent', startsOn: today, endsOn: null, ...line },
      headers: { 'idempotency-key': key },
    })
  const end = (send: ApiSender, entryId: string, body: object = { reason }) =>
    suite.ask('endDelegation', send, { method: 'POST', path: `${path}/${entryId}/end`, body })
  const referralsOf = async (send: ApiSender) =>
    (await suite.get('listReferrals', send, `/referrals?trialId=${trialId}&limit=100`)).body as Schemas['ReferralPage']
  const open = (send: ApiSender, referralId: string) => suite.get('getReferral', send, `/referrals/${referralId}`)
  const move = (send: ApiSender, { body, etag }: ApiAnswer, step: Schemas['ReferralMove']) =>
    suite.ask('moveReferral', send, {
      method: 'POST',
      path: `/referrals/${(body as Schemas['Referral']).referral.referralId}/moves`,
      body: step,
      headers: { 'if-match': etag ?? '', 'idempotency-key': randomUUID() },
    })
  const pointerOf = ({ body }: ApiAnswer) => (body as Schemas['Problem']).errors?.[0]?.pointer

  describe('a delegation log', () => {
    test('is read by the site, and by nobody elsewhere', async () => {
      const site = await suite.api.as('site-nurse')
      const { organisation, items, candidates, waiting } = await logOf(site)
      expect(organisation.code).toBe('ZZ001')
      expect(waiting).toBeGreaterThan(0)
      expect(candidates).toEqual([])
      expect(items.map(({ duty, state, mayEnd }) => ({ duty, state, mayEnd }))).toEqual(
        ['principalInvestigator', 'consent', 'coordination', 'preScreening']
          .map((duty) => ({ duty, state: 'past', mayEnd: false }))
          .toSorted(
            (a, b) => (a.duty === 'principalInvestigator' ? 1 : 0) - (b.duty === 'principalInvestigator' ? 1 : 0),
          ),
      )
      const list = await listed(site)
      expect(list.items[0]).toMatchObject({ trial: { trialId }, principalInvestigators: [], people: 0, waiting })
      expect(list.items[1]).toMatchObject({ people: 2, waiting: 0 })
      const unknown = await suite.get('getDelegationLog', site, `/trials/${randomUUID()}/delegation-log`)
      expect(unknown.status).toBe(404)
      const elsewhere = await suite.api.as('site-nurse', 'ZZ002')
      expect((await suite.get('getDelegationLog', elsewhere, path)).status).toBe(404)
      expect((await suite.get('getDelegationLog', suite.nurse, path)).status).toBe(403)
    })

    test('lets a new principal investigator confirm eligibility, and not the coordinator', async () => {
      const administrator = await suite.api.as('administrator')
      const investigator = await suite.api.as('investigator')
      const site = await suite.api.as('site-nurse')
      const waiting = (await referralsOf(site)).waitingForDelegate ?? 0
      expect(waiting).toBeGreaterThan(0)
      const { body: home } = await suite.get('getHome', administrator, '/home')
      expect((home as Schemas['Home']).tiles).toContainEqual({ tile: 'referralsWithoutDelegate', count: waiting })
      const sent = await referralsOf(suite.nurse)
      expect(sent.waitingForDelegate).toBeNull()
      const waits = sent.items.find(({ status }) => status === 'approached')?.referralId ?? ''
      expect((await referralsOf(site)).items).toEqual([])
      const refused = await open(site, waits)
      expect(refused.status).toBe(403)
      expect(refused.body).toMatchObject({
        type: 'urn:problem:not-delegated',
        remedy: 'Ask an administrator of Northmoor University Hospitals (fictional) to put you on it.',
      })

      const leading = { accountId: investigatorId, duty: 'principalInvestigator' } as const
      expect((await add(investigator, leading)).status).toBe(403)
      expect(pointerOf(await add(administrator, { duty: 'principalInvestigator' }))).toBe('/duty')
      expect(pointerOf(await add(administrator, { accountId: randomUUID() }))).toBe('/accountId')
      expect(pointerOf(await add(administrator, { startsOn: '2026-06-14' }))).toBe('/startsOn')
      expect(pointerOf(await add(administrator, { startsOn: '2026-06-20', endsOn: '2026-06-19' }))).toBe('/endsOn')
      const key = randomUUID()
      const led = await add(administrator, leading, key)
      expect(led.status, JSON.stringify(led.body)).toBe(201)
      expect((await add(administrator, leading, key)).body).toEqual(led.body)
      expect((await add(administrator, leading)).status).toBe(409)
      expect(led.body).toMatchObject({ waiting: 0 })
      expect((led.body as Schemas['DelegationLog']).items[0]).toMatchObject({
        ...leading,
        ...{
          startsOn: today,
          endsOn: null,
          state: 'current',
          enteredBy: expect.stringContaining('Beatrix'),
          ending: null,
          mayEnd: true,
        },
      })

      expect(((await open(site, waits)).body as Schemas['Problem']).remedy).toContain('Ask Dr Devika Raman-Holt or an')
      const seen = (await open(investigator, waits)).body as Schemas['Referral']
      expect(seen.moves.map(({ to }) => to)).not.toContain('consented')
      expect(seen.movesOfOthers).toMatchObject([{ to: 'consented', duties: ['consent'], people: [] }])
      expect(pointerOf(await add(investigator, { accountId: investigatorId }))).toBe('/accountId')
      expect((await add(investigator, {})).status).toBe(201)
      const consented = await move(site, await open(site, waits), { to: 'consented', occurredOn: today })
      expect(consented.status, JSON.stringify(consented.body)).toBe(200)
      expect((consented.body as Schemas['Referral']).movesOfOthers[0]).toMatchObject({
        ...{ to: 'eligible', duties: ['principalInvestigator'], people: ['Dr Devika Raman-Holt'] },
      })
      const notTheirs = await move(site, consented, { to: 'eligible' })
      expect(notTheirs.status).toBe(403)
      expect((notTheirs.body as Schemas['Problem']).remedy).toBe('Ask Dr Devika Raman-Holt.')
      expect((await move(investigator, consented, { to: 'eligible' })).status).toBe(200)
    })

    test('keeps a line that was ended, with the reason, and closes the referrals at once', async () => {
      const investigator = await suite.api.as('investigator')
      const site = await suite.api.as('site-nurse')
      const { items } = await logOf(site)
      const [leading, consent] = ['principalInvestigator', 'consent'].map((duty) =>
        items.find((line) => line.duty === duty && line.state === 'current'),
      )
      expect(consent).toMatchObject({ mayEnd: true })
      expect(leading).toMatchObject({ mayEnd: false })
      expect((await end(site, leading?.entryId ?? '')).status).toBe(403)
      expect((await end(investigator, consent?.entryId ?? '', { reason: '  short   ' })).status).toBe(400)
      const ended = await end(investigator, consent?.entryId ?? '')
      const lines = (ended.body as Schemas['DelegationLog']).items
      expect(lines.find(({ entryId }) => entryId === consent?.entryId)).toMatchObject({
        ...{ state: 'past', mayEnd: false, ending: { endedOn: today, by: 'Dr Devika Raman-Holt', reason } },
      })
      expect((await end(investigator, consent?.entryId ?? '')).status).toBe(409)
      expect((await end(investigator, randomUUID())).status).toBe(404)
      expect((await referralsOf(site)).items).toEqual([])
    })
  })
}
