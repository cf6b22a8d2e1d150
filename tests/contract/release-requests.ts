import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { type Role, roles } from '#domain/access/role.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'

type Schemas = components['schemas']

const entry: Schemas['NewRelease'] = {
  releasedOn: '2026-06-01',
  released: 'Counts of patients by cancer group',
  recipient: ' A fictional university ',
  purpose: 'To plan trials',
  legalBasis: 'Anonymous numbers',
  expectedBenefit: 'Trials nearer to home',
}

export function describeReleaseRequests(suite: ContractSuite): void {
  let signedIn: Promise<ApiSender> | null = null
  const officer = () => {
    signedIn ??= suite.api.as('information-officer')
    return signedIn
  }
  const register = async (send = suite.api.asNobody) =>
    (await suite.get('listReleases', send, '/releases')).body as Schemas['ReleaseRegister']
  const add = (send: ApiSender, body: object, key: string = randomUUID()) =>
    suite.ask('addRelease', send, { method: 'POST', path: '/releases', body, headers: { 'idempotency-key': key } })
  const correct = (send: ApiSender, releaseId: string, body: object) =>
    suite.ask('correctRelease', send, {
      method: 'POST',
      path: `/releases/${releaseId}/correction`,
      body,
      headers: { 'idempotency-key': randomUUID() },
    })

  describe('the register of releases', () => {
    test('is read by everybody without signing in, the latest first, and names no member of staff', async () => {
      const { items, isCapped } = await register()
      expect(isCapped).toBe(false)
      expect(items.map(({ recipient }) => recipient)).toEqual([
        'Fictional University, Department of Public Health',
        'Demonstration Cancer Alliance',
      ])
      expect(items[0]).toMatchObject({ releasedBy: { code: 'ZZ001' }, corrects: null, correctedBy: null })
      expect(JSON.stringify(items)).not.toContain('Boateng')
      expect(await register(suite.nurse)).toEqual({ items, isCapped })
    })

    test('is added to by information officers alone', async () => {
      const others: readonly Role[] = roles.map(({ role }) => role).filter((role) => role !== 'information-officer')
      const [standing] = (await register()).items
      for (const role of others) {
        const send = await suite.api.as(role)
        const answers = [
          await add(send, entry),
          await correct(send, standing?.releaseId ?? '', { ...entry, reason: 'Wrong' }),
        ]
        expect(
          answers.map(({ status }) => status),
          role,
        ).toEqual([403, 403])
      }
      expect((await add(suite.api.asNobody, entry)).status).toBe(401)
      expect((await register()).items).toHaveLength(2)
    })

    test('takes an entry once, however often it is sent, and shows it to everybody', async () => {
      const key = randomUUID()
      const [first, again] = [await add(await officer(), entry, key), await add(await officer(), entry, key)]
      expect(first.status).toBe(201)
      expect(again.body).toEqual(first.body)
      expect(first.body).toMatchObject({ ...entry, recipient: 'A fictional university', correctedBy: null })
      expect((await register()).items.filter(({ recipient }) => recipient === 'A fictional university')).toEqual([
        first.body,
      ])
    })

    test('keeps what was wrong beside what puts it right, which is done once', async () => {
      const wrong = (await add(await officer(), { ...entry, recipient: 'A wrong name' })).body as Schemas['Release']
      suite.api.passMinute()
      const right = await correct(await officer(), wrong.releaseId, {
        ...entry,
        recipient: 'The right name',
        reason: ' The recipient was wrong ',
      })
      expect(right.status).toBe(201)
      const { releaseId } = right.body as Schemas['Release']
      expect(right.body).toMatchObject({ corrects: wrong.releaseId, reason: 'The recipient was wrong' })
      const { items } = await register()
      expect(items).toContainEqual({ ...wrong, correctedBy: releaseId })
      expect(items).toContainEqual(right.body)
      const late = await correct(await officer(), wrong.releaseId, { ...entry, reason: 'Again' })
      expect(late).toMatchObject({ status: 409, body: { type: 'urn:problem:already-corrected' } })
    })

    test('refuses a day that has not come, an entry that is not there, and words that name a person', async () => {
      const send = await officer()
      const before = (await register()).items.length
      expect(await add(send, { ...entry, releasedOn: '2031-01-01' })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/releasedOn' }] },
      })
      expect(await add(send, { ...entry, purpose: 'For 999 000 0018' })).toMatchObject({
        status: 400,
        body: { type: 'urn:problem:identifying-text', errors: [{ pointer: '/purpose' }] },
      })
      expect(await add(send, { ...entry, legalBasis: '   ' })).toMatchObject({
        status: 400,
        body: { errors: [{ pointer: '/legalBasis', message: 'must be more than spaces' }] },
      })
      expect((await correct(send, randomUUID(), { ...entry, reason: 'Wrong' })).status).toBe(404)
      expect((await register()).items).toHaveLength(before)
    })
  })
}
