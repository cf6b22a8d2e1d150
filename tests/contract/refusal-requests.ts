import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiRequest } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Problem = components['schemas']['Problem']

export function describeRefusalRequests(suite: ContractSuite): void {
  const search = (body: unknown): ApiRequest => ({ method: 'POST', path: '/patients/search', body })

  test('tells every fault of a body at once, in the order of its form', async () => {
    const body = { filters: { text: '', missing: ['stage', 'stage'], txt: 'Smith' }, sort: 'size', limit: 0, colour: 1 }
    const { status, body: problem } = await suite.ask('searchPatients', suite.oncologist, search(body))
    expect(status).toBe(400)
    expect(withoutRequestId(problem)).toEqual({
      type: 'urn:problem:invalid-request',
      title: 'The request does not fit the contract',
      status: 400,
      detail:
        'Something in the body is not as it must be: /filters/text must not be empty; ' +
        '/filters/missing must not have the same item twice; /filters/txt is not a field of this request; ' +
        '/sort must be one of "name", "bornOn", "diagnosedOn", "candidates", "updated"; /limit must be at least 1; ' +
        '/colour is not a field of this request.',
      remedy: 'Correct what is listed and send it again. Nothing was changed.',
      errors: [
        { pointer: '/filters/text', message: 'must not be empty' },
        { pointer: '/filters/missing', message: 'must not have the same item twice' },
        { pointer: '/filters/txt', message: 'is not a field of this request' },
        { pointer: '/sort', message: 'must be one of "name", "bornOn", "diagnosedOn", "candidates", "updated"' },
        { pointer: '/limit', message: 'must be at least 1' },
        { pointer: '/colour', message: 'is not a field of this request' },
      ],
    })
  })

  test('tells what a referral to be sent lacks and what in it is wrong', async () => {
    const { status, body } = await suite.ask('sendReferral', suite.oncologist, {
      method: 'POST',
      path: `/referrals/${randomUUID()}/send`,
      body: { withheldItemIds: [], message: 'x'.repeat(4001), agreement: { agreedOn: '2026-02-30', how: 'by post' } },
      headers: { 'if-match': '"1"', 'idempotency-key': randomUUID() },
    })
    expect(status).toBe(400)
    expect((body as Problem).errors).toEqual([
      { pointer: '/siteId', message: 'is missing' },
      { pointer: '/message', message: 'must have at most 4000 characters' },
      { pointer: '/agreement/agreedOn', message: 'must be a date as YYYY-MM-DD' },
      { pointer: '/agreement/how', message: 'must be one of "in-person", "telephone", "video", "written"' },
    ])
  })

  test('tells every fault of an address at once', async () => {
    const { status, body } = await suite.get(
      'listTrials',
      suite.oncologist,
      '/trials?country=Britain&sort=size&limit=0',
    )
    expect(status).toBe(400)
    expect((body as Problem).errors).toEqual([
      { pointer: '/country', message: 'must be a country code of two capital letters' },
      { pointer: '/sort', message: 'must be one of "lastUpdated", "title"' },
      { pointer: '/limit', message: 'must be at least 1' },
    ])
  })

  test('of very many faults lists the first twenty', async () => {
    const colours = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`colour${index}`, 'blue']))
    const { body } = await suite.ask('searchPatients', suite.oncologist, search({ filters: {}, ...colours }))
    expect((body as Problem).errors?.map(({ pointer }) => pointer)).toEqual(
      Array.from({ length: 20 }, (_, index) => `/colour${index}`),
    )
    expect((body as Problem).remedy).toContain('Only the first 20 faults are.')
  })

  test('asks who it is before it looks at what is sent', async () => {
    const officer = await suite.api.as('privacy-officer')
    const wrong = { filters: 7, colour: 'blue' }
    expect((await suite.ask('searchPatients', suite.api.asNobody, search(wrong))).status).toBe(401)
    expect((await suite.ask('searchPatients', officer, search(wrong))).status).toBe(403)
    expect((await suite.ask('searchPatients', suite.oncologist, search(wrong))).status).toBe(400)
    expect((await suite.get('listReferrals', suite.api.asNobody, '/referrals?limit=many')).status).toBe(401)
    expect((await suite.get('listReferrals', officer, '/referrals?colour=blue')).status).toBe(403)
    expect((await suite.get('getPatient', suite.api.asNobody, '/patients/nobody')).status).toBe(401)
    expect((await suite.get('getPatient', officer, '/patients/nobody')).status).toBe(403)
  })
}

function withoutRequestId(body: unknown): unknown {
  const { requestId: _, ...rest } = body as Problem
  return rest
}
