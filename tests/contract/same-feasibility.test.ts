import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { roles } from '#domain/access/role.ts'
import { draftOfTrial } from '#domain/feasibility/draft-of-trial.ts'
import type { ApiAnswer, ApiRequest, ApiSender, ApiUnderTest } from './api-under-test.ts'
import { openMockApi } from './mock-api.ts'
import { openServerApi } from './server-api.ts'

type Schemas = components['schemas']

const get = (path: string): ApiRequest => ({ method: 'GET', path })
const draft = (body: object): ApiRequest => ({ method: 'POST', path: '/feasibility', body })
const olderThan60 = {
  criterionId: 'I1',
  kind: 'inclusion',
  class: 'hard',
  text: 'Older than 60 years',
  rule: { op: 'age', unit: 'years', min: 61 },
}
const unknown = '00000000-0000-4000-8000-000000000000'

/** The server counts in SQL whom it can, the mocks look at everybody: the numbers are the same. */
describe('the mocks count patients as the server does', () => {
  let mocks: ApiUnderTest
  let server: ApiUnderTest
  let trialIds: readonly string[]
  let otherOrganisationId: string | undefined

  beforeAll(async () => {
    mocks = await openMockApi()
    server = await openServerApi()
    const elsewhere = await mocks.as('oncologist', 'ZZ003')
    const page = (await elsewhere(get('/trials?limit=100'))).body as Schemas['TrialPage']
    trialIds = page.items.map(({ trialId }) => trialId)
    const { caller } = (await elsewhere(get('/session'))).body as Schemas['Session']
    otherOrganisationId = caller?.organisation?.organisationId
  })
  afterAll(async () => {
    await mocks.close()
    await server.close()
  })

  test.each(roles)('for a $role', async ({ role }) => {
    const [askMocks, askServer] = await Promise.all([mocks.as(role), server.as(role)])
    expect(trialIds.length).toBeGreaterThan(20)
    const requests = [
      ...[...trialIds.slice(0, 9), unknown].flatMap((trialId) => [
        get(`/trials/${trialId}/attrition`),
        get(`/trials/${trialId}/feasibility`),
      ]),
      draft({ cancerTypeIds: ['sarcoma'], isBasket: false, criteria: [] }),
      draft({ cancerTypeIds: ['gi-flc'], isBasket: false, criteria: [olderThan60] }),
      draft({ cancerTypeIds: [], isBasket: true, criteria: [] }),
      draft({ cancerTypeIds: [], isBasket: true, criteria: [olderThan60] }),
      draft({ cancerTypeIds: ['no-such-type'], isBasket: false, criteria: [] }),
      get('/blocking-items'),
      get('/blocking-items?limit=50&cancerTypeId=sarcoma'),
      get('/blocking-items?cancerTypeId=no-such-type'),
      get(`/blocking-items?organisationId=${otherOrganisationId}`),
    ]
    for (const request of requests) {
      expect(comparable(await askMocks(request)), JSON.stringify(request)).toEqual(comparable(await askServer(request)))
    }
  })

  // Clinicians of ZZ001 alone have judged criteria, which counts in a trial and in no draft.
  test.each(['mocks', 'server'] as const)(
    'a draft that is started from any trial finds the same, in the %s',
    async (name) => {
      const ask = await { mocks, server }[name].as('oncologist', 'ZZ003')
      const found: number[] = []
      for (const trialId of trialIds) {
        const trial = (await ask(get(`/trials/${trialId}`))).body as Schemas['Trial']
        const ofTrial = (await ask(get(`/trials/${trialId}/feasibility`))).body as Schemas['Feasibility']
        const ofDraft = await postDraft(ask, trial)
        const own = ofDraft.organisations.find(({ isOwn }) => isOwn)
        expect({ ...own, distanceKm: null }, trial.trial.registryId).toEqual({
          ...ofTrial.organisations.find(({ isOwn }) => isOwn),
          distanceKm: null,
        })
        expect(ofDraft.considered, trial.trial.registryId).toBe(ofTrial.considered)
        found.push(own?.possible ?? 0)
      }
      expect(found.filter((possible) => possible > 0).length).toBeGreaterThan(3)
    },
  )

  test('the page of a trial says of which cohorts its criteria are, and which of them take patients', async () => {
    const ask = await server.as('oncologist')
    const { items } = (await ask(get('/trials?limit=100'))).body as Schemas['TrialPage']
    const row = items.find(({ registryId }) => registryId === 'DEMO-SGC-07')
    const trial = (await ask(get(`/trials/${row?.trialId}`))).body as Schemas['Trial']
    expect(trial.cohorts).toEqual(['A', 'B'].map((name) => ({ name, recruitmentStatus: 'open' })))
    expect(trial.criteria.every(({ isRuleInForce, appliesTo }) => isRuleInForce && appliesTo === null)).toBe(true)
    const { steps } = (await ask(get(`/trials/${row?.trialId}/attrition`))).body as Schemas['Attrition']
    expect(steps.filter(({ isByCohort }) => isByCohort).map(({ criterionId }) => criterionId)).toEqual(['I7', 'E2'])
    expect(steps.map(({ appliesTo }) => appliesTo).filter((cohorts) => cohorts !== null)).toEqual([['A']])
  })
})

async function postDraft(ask: ApiSender, trial: Schemas['Trial']): Promise<Schemas['Feasibility']> {
  const { status, body } = await ask(draft(draftOfTrial(trial)))
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Schemas['Feasibility']
}

/** The request number is of one request, never of the answer. */
function comparable({ status, body }: ApiAnswer): unknown {
  if (status < 400) return { status, body }
  const { requestId: _, ...problem } = body as Schemas['Problem']
  return { status, problem }
}
