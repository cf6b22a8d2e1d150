import { afterAll, beforeAll } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import type { ApiSender, ApiUnderTest } from './api-under-test.ts'
import { openMockApi } from './mock-api.ts'
import { openServerApi } from './server-api.ts'

/** The mocks and the server, open while the tests of a block run, each with the account of one role signed in. */
export function bothApisAs(role: Role): { readonly mocks: ApiSender; readonly server: ApiSender } {
  return { mocks: apiAs(role, openMockApi), server: apiAs(role, openServerApi) }
}

function apiAs(role: Role, open: () => Promise<ApiUnderTest>): ApiSender {
  let api: ApiUnderTest | null = null
  let send: ApiSender | null = null
  beforeAll(async () => {
    api = await open()
    send = await api.as(role)
  })
  afterAll(async () => {
    await api?.close()
  })
  return (request) => {
    if (send === null) throw new Error('The APIs open before the first test.')
    return send(request)
  }
}
