import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiUnderTest } from './api-under-test.ts'
import { openMockApi } from './mock-api.ts'
import { describeContract } from './request-suite.ts'

describeContract('the mocks', openMockApi)

describe('the API without a server', () => {
  let api: ApiUnderTest

  beforeAll(async () => {
    api = await openMockApi()
  })
  afterAll(() => api.close())

  test('tells people apart and forgets what they did when it is begun again', async () => {
    const nurse = await api.as('nurse')
    const caller = async (send: ApiUnderTest['asNobody']) => {
      const { body } = await send({ method: 'GET', path: '/session' })
      return (body as components['schemas']['Session']).caller?.role ?? null
    }
    expect(await caller(nurse)).toBe('nurse')
    expect(await caller(await api.as('investigator'))).toBe('investigator')
    expect(await caller(api.asNobody)).toBeNull()
    await api.close()
    api = await openMockApi()
    expect(await caller(nurse)).toBeNull()
  })
})
