import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiSender, ApiUnderTest } from './api-under-test.ts'
import { openMockApi } from './mock-api.ts'
import { openServerApi } from './server-api.ts'

type Schemas = components['schemas']

const nobody = '00000000-0000-4000-8000-000000000000'

describe('the mocks tell what has changed as the server does', () => {
  let apis: readonly ApiUnderTest[]
  beforeAll(async () => {
    apis = [await openMockApi(), await openServerApi()]
  })
  afterAll(async () => {
    for (const api of apis) await api.close()
  })

  const people = [
    ['nurse', 'ZZ001'],
    ['oncologist', 'ZZ004'],
    ['oncologist', 'ZZ003'],
  ] as const
  test.each(people)('to a %s at %s: lists, histories, cards and past answers', async (role, code) => {
    const [mocks, server] = await Promise.all(apis.map((api) => api.as(role, code)))
    if (!mocks || !server) throw new Error('One of the two APIs did not open.')
    for (const query of [
      '',
      '?kind=newTrial',
      '?kind=nowMayFit',
      '?kind=toLookAgain',
      '?kind=noLongerMatches',
      '?kind=other',
      '?seen=all',
    ]) {
      await same(mocks, server, `/changes${query}`)
    }
    const first = await same<Schemas['CandidateChangePage']>(mocks, server, '/changes?seen=all&limit=2')
    await same(mocks, server, `/changes?seen=all&limit=3&after=${first.next}`)
    await same(mocks, server, `/changes?after=${nobody}`)
    const { items } = await same<Schemas['CandidateChangePage']>(mocks, server, '/changes?seen=all&limit=200')
    for (const { patient, trial, at } of items.slice(0, 12)) {
      const path = `/patients/${patient.patientId}`
      await same(mocks, server, `/changes?trialId=${trial.trialId}`)
      await same(mocks, server, `${path}/changes`)
      await same(mocks, server, `${path}/candidates`)
      await same(mocks, server, `${path}/trials/${trial.trialId}?at=${at}`)
      await same(mocks, server, `${path}/trials/${trial.trialId}?at=2026-06-09T11:30:00.5Z`)
    }
  })
})

async function same<Body>(mocks: ApiSender, server: ApiSender, path: string): Promise<Body> {
  const expected = await server({ method: 'GET', path })
  expect(expected.status, path).toBe(200)
  const answer = await mocks({ method: 'GET', path })
  expect(answer, path).toEqual(expected)
  return answer.body as Body
}
