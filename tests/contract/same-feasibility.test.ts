import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { roles } from '#domain/access/role.ts'
import type { ApiAnswer, ApiRequest, ApiUnderTest } from './api-under-test.ts'
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
})

/** The request number is of one request, never of the answer. */
function comparable({ status, body }: ApiAnswer): unknown {
  if (status < 400) return { status, body }
  const { requestId: _, ...problem } = body as Schemas['Problem']
  return { status, problem }
}
