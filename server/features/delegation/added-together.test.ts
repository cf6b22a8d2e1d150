import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { accountAt } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { organisationByCode } from '../../../mocks/data/organisations/demonstration-organisations.ts'
import { trialIdOf } from '../../../mocks/data/trials/to-demonstration-trial.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'

type Schemas = components['schemas']

const trialId = trialIdOf('DEMO-MCC-14')
const here = organisationByCode('ZZ001').organisationId
const nurse = accountAt(here, 'site-nurse')
const consent = { accountId: nurse.accountId, duty: 'consent', startsOn: '2026-06-15', endsOn: null } as const

let tested: TestApp
let administrator: Send
let investigator: Send

beforeAll(async () => {
  tested = await openTestApp({ now: new Date('2026-06-15T08:00:00Z') })
  administrator = await tested.signInAs('administrator')
  const leading = { accountId: accountAt(here, 'investigator').accountId, duty: 'principalInvestigator' } as const
  expect((await add(administrator, { ...leading, startsOn: '2026-06-15', endsOn: null })).statusCode).toBe(201)
  investigator = await tested.signInAs('investigator')
})
afterAll(() => tested.close())

function add(send: Send, payload: Schemas['NewDelegation']) {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return send({ method: 'POST', url: `/api/trials/${trialId}/delegation-log`, headers, payload })
}

async function consentLines(): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) from delegation where trial_id = ${trialId} and duty = 'consent'`.execute(tested.database.db)
  return Number(rows[0]?.count)
}

test.each([
  ['the same days', '2026-06-15'],
  ['days that overlap', '2026-07-01'],
])(
  'two people add the same duty for %s at the same moment: one line, and the second is told of it',
  async (_, later) => {
    for (const _time of Array.from({ length: 3 })) {
      await sql`delete from delegation where duty = 'consent'`.execute(tested.database.db)
      const both = await Promise.all([
        add(administrator, consent),
        add(investigator, { ...consent, startsOn: later, endsOn: '2026-12-31' }),
      ])
      expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
      const [second] = both.filter(({ statusCode }) => statusCode === 409)
      if (second === undefined) throw new Error('Nobody was refused.')
      expectProblem(second, {
        status: 409,
        kind: 'already-exists',
        pointer: '/duty',
        message: /"Taking consent" on this log already, from .+, entered by .+\.$/,
      })
      expect(await consentLines()).toBe(1)
    }
  },
)

test('for days one after the other, both are added', async () => {
  await sql`delete from delegation where duty = 'consent'`.execute(tested.database.db)
  const both = await Promise.all([
    add(administrator, { ...consent, endsOn: '2026-06-30' }),
    add(investigator, { ...consent, startsOn: '2026-07-01' }),
  ])
  expect(both.map(({ statusCode }) => statusCode)).toEqual([201, 201])
  expect(await consentLines()).toBe(2)
})
