import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'

type Schemas = components['schemas']

const team = 'Rare cancer team'
const nurse = 'nurse@zz001.example'

let app: TestApp
let officer: Send
beforeAll(async () => {
  app = await openTestApp()
  officer = await app.signInAs('information-officer')
})
afterAll(() => app.close())

async function memberNames(): Promise<string[]> {
  const answer = await officer({ method: 'GET', url: '/api/teams' })
  const { items } = answer.json<Schemas['TeamList']>()
  return items.find(({ name }) => name === team)?.members.map(({ name }) => name) ?? []
}

test.each([
  ['has another role now', { role: 'trust-lead' }, { role: 'nurse' }],
  ['has a closed account', { is_active: false }, { is_active: true }],
] as const)('a member who %s is told as one no more', async (_, changed, before) => {
  const set = (values: typeof changed | typeof before) =>
    app.database.db.updateTable('account').set(values).where('email', '=', nurse).execute()
  expect(await memberNames()).toContain('Bridget Thackwray')
  await set(changed)
  expect(await memberNames()).not.toContain('Bridget Thackwray')
  await set(before)
  expect(await memberNames()).toContain('Bridget Thackwray')
})

test('a name that differs from a team’s in capitals only is taken, also by two at once', async () => {
  const create = (name: string) =>
    officer({
      method: 'POST',
      url: '/api/teams',
      payload: { name },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
  const answers = await Promise.all([create('Sarcoma Clinic'), create('sarcoma clinic')])
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
})
