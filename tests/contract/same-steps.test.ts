import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { Role } from '#domain/access/role.ts'
import type { ApiAnswer, ApiRequest, ApiSender, ApiUnderTest } from './api-under-test.ts'
import { openMockApi } from './mock-api.ts'
import { openServerApi } from './server-api.ts'

type Schemas = components['schemas']

const agreement = { agreedOn: '2026-06-14', how: 'telephone' }
const unknown = '00000000-0000-4000-8000-000000000000'

/** One API on its own way through the steps. */
interface Walk {
  readonly api: ApiUnderTest
  readonly senders: Map<string, ApiSender>
  readonly receivedBy: string
  etag: string
  referralId: string
}

type Step = readonly [status: number, what: string, role: Role, request: (walk: Walk) => ApiRequest]

/** The same steps of one referral at both: what is refused is refused alike, and what is allowed leaves the same. */
describe('the mocks take each step of a referral as the server does', () => {
  let mocks: Walk
  let server: Walk
  let form: Schemas['ReferralToSend']
  let patientId: string
  let trialId: string
  let itemId: string

  beforeAll(async () => {
    const [mockApi, serverApi] = [await openMockApi(), await openServerApi()]
    const nurse = await mockApi.as('nurse')
    const choice = await firstChoice(nurse)
    ;({ patientId, trialId, itemId } = choice)
    form = { siteId: choice.siteId, withheldItemIds: [itemId], message: 'Please consider.', agreement } as typeof form
    const begin = (api: ApiUnderTest) => ({
      api,
      senders: new Map(),
      receivedBy: choice.code,
      etag: '',
      referralId: '',
    })
    mocks = begin(mockApi)
    server = begin(serverApi)
  })
  afterAll(async () => {
    await mocks.api.close()
    await server.api.close()
  })

  const once = () => ({ 'idempotency-key': randomUUID() })
  const versioned = ({ etag }: Walk) => ({ 'if-match': etag, ...once() })
  const path = ({ referralId }: Walk, end = '') => `/referrals/${referralId}${end}`
  const create = (body: object) => () => ({ method: 'POST', path: '/referrals', body, headers: once() }) as const
  const save = (changes: object) => (walk: Walk) => {
    const { agreement: _, ...draft } = form
    const body = { ...draft, ...changes }
    return { method: 'PUT', path: path(walk, '/draft'), body, headers: { 'if-match': walk.etag } } as const
  }
  const send = (changes: object) => (walk: Walk) =>
    ({ method: 'POST', path: path(walk, '/send'), body: { ...form, ...changes }, headers: versioned(walk) }) as const
  const move = (body: object) => (walk: Walk) =>
    ({ method: 'POST', path: path(walk, '/moves'), body, headers: versioned(walk) }) as const
  const read = (walk: Walk) => ({ method: 'GET', path: path(walk) }) as const
  const stale = (step: (walk: Walk) => ApiRequest) => (walk: Walk) => step({ ...walk, etag: '"999"' })

  const steps: readonly Step[] = [
    [404, 'a draft for a patient that is not known', 'nurse', () => create({ patientId: unknown, trialId })()],
    [409, 'a draft for a trial that is not known', 'nurse', () => create({ patientId, trialId: unknown })()],
    [201, 'a draft', 'nurse', () => create({ patientId, trialId })()],
    [409, 'a second draft', 'oncologist', () => create({ patientId, trialId })()],
    [404, 'a draft read by the site', 'site-nurse', read],
    [412, 'saving over another version', 'nurse', stale(save({}))],
    [400, 'saving with a site of no trial', 'nurse', save({ siteId: unknown })],
    [200, 'saving without a site', 'nurse', save({ siteId: null, message: '' })],
    [200, 'saving', 'nurse', save({})],
    [409, 'a step before sending', 'nurse', move({ to: 'received' })],
    [409, 'sending by a plain step', 'nurse', move({ to: 'sent' })],
    [
      400,
      'sending with an agreement of tomorrow',
      'nurse',
      send({ agreement: { ...agreement, agreedOn: '2026-06-16' } }),
    ],
    [409, 'sending with an item held back that is not there', 'nurse', send({ withheldItemIds: ['nothing'] })],
    [400, 'sending to a site of no trial', 'nurse', send({ siteId: unknown })],
    [412, 'sending over another version', 'nurse', stale(send({}))],
    [200, 'sending', 'nurse', send({})],
    [409, 'sending again', 'nurse', send({})],
    [409, 'saving what was sent', 'nurse', save({})],
    [200, 'reading by the referrer', 'oncologist', read],
    [200, 'reading by the site', 'site-nurse', read],
    [403, 'the acknowledgement by the referrer', 'nurse', move({ to: 'received' })],
    [400, 'the acknowledgement with a date', 'site-nurse', move({ to: 'received', occurredOn: '2026-06-15' })],
    [400, 'the acknowledgement with a reason', 'site-nurse', move({ to: 'received', reasonCode: 'SF01' })],
    [200, 'the acknowledgement', 'site-nurse', move({ to: 'received', note: '  Thank you. ' })],
    [200, 'pre-screening', 'investigator', move({ to: 'pre-screening' })],
    [400, 'not suitable without a reason', 'site-nurse', move({ to: 'pre-screen-fail' })],
    [
      400,
      'not suitable with a reason of another list',
      'site-nurse',
      move({ to: 'pre-screen-fail', reasonCode: 'ZZ99' }),
    ],
    [200, 'not suitable', 'site-nurse', move({ to: 'pre-screen-fail', reasonCode: 'SF07' })],
    [409, 'a step after the end', 'site-nurse', move({ to: 'approached' })],
    [201, 'a new draft after the end', 'nurse', () => create({ patientId, trialId })()],
    [200, 'cancelling the draft', 'nurse', move({ to: 'cancelled', reasonCode: 'OT01' })],
  ]

  test('in their order', async () => {
    for (const [status, what, role, request] of steps) {
      const answer = await take(mocks, role, request)
      const expected = await take(server, role, request)
      expect(answer.status, `${what}: ${JSON.stringify(answer.body)}`).toBe(status)
      expect(answer, what).toEqual(expected)
    }
  })
})

/** Takes a step, remembers the version it leaves, and returns the answer without what is made anew at each API. */
async function take(walk: Walk, role: Role, request: Step[3]): Promise<ApiAnswer> {
  const isSite = role === 'site-nurse' || role === 'investigator'
  const key = `${role} ${isSite ? walk.receivedBy : 'ZZ001'}`
  const send = walk.senders.get(key) ?? (await walk.api.as(role, isSite ? walk.receivedBy : 'ZZ001'))
  walk.senders.set(key, send)
  const answer = await send(request(walk))
  if (answer.etag !== null) walk.etag = answer.etag
  if (answer.status === 201) walk.referralId = (answer.body as Schemas['Referral']).referral.referralId
  return withoutNewNames(answer)
}

const madeAnew = ['requestId', 'referralId', 'eventId']

function withoutNewNames({ status, etag, body }: ApiAnswer): ApiAnswer {
  const text = JSON.stringify(body, (key, value) => (madeAnew.includes(key) ? undefined : value))
  return { status, etag, body: JSON.parse(text) as unknown }
}

/** A patient, a trial that is open for the patient at a site in use, and an item that can be held back. */
async function firstChoice(nurse: ApiSender) {
  const searched = await nurse({
    method: 'POST',
    path: '/patients/search',
    body: { filters: { referralStatus: ['none'] }, sort: 'candidates' },
  })
  for (const { patientId } of (searched.body as Schemas['PatientPage']).items) {
    const list = await nurse({ method: 'GET', path: `/patients/${patientId}/candidates` })
    const patient = await nurse({ method: 'GET', path: `/patients/${patientId}` })
    const itemId = (patient.body as Schemas['Patient']).items.find(({ section }) => section === 'performance')?.itemId
    for (const { trialId } of (list.body as Schemas['CandidateList']).candidates) {
      const trial = await nurse({ method: 'GET', path: `/trials/${trialId}` })
      const site = (trial.body as Schemas['Trial']).sites.find(
        ({ canReceive, effectiveStatus }) => canReceive && effectiveStatus === 'open',
      )
      if (site?.organisation && itemId) {
        return { patientId, trialId, itemId, siteId: site.siteId, code: site.organisation.code }
      }
    }
  }
  throw new Error('No patient without a referral has a candidate trial with an open site in use.')
}
