import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { accountAt } from '../../../mocks/data/accounts/demonstration-accounts.ts'
import { organisationByCode } from '../../../mocks/data/organisations/demonstration-organisations.ts'
import { trialIdOf } from '../../../mocks/data/trials/to-demonstration-trial.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'

type Schemas = components['schemas']

/** On the log of this trial at ZZ001 everything runs out at the end of 14 June 2026. */
const trialId = trialIdOf('DEMO-MCC-14')
const here = organisationByCode('ZZ001').organisationId
const investigator = accountAt(here, 'investigator')

let tested: TestApp
let now: Date
let referralId: string

beforeAll(async () => {
  now = new Date('2026-06-15T08:00:00Z')
  tested = await openTestApp({ clock: { now: () => now } })
  const { rows } = await sql<{ id: string }>`
    select referral_id as id from referral
    where trial_id = ${trialId} and to_organisation_id = ${here} and sent_on is not null limit 1`.execute(
    tested.database.db,
  )
  referralId = rows[0]?.id ?? ''
})
afterAll(() => tested.close())

async function opensAt(instant: string): Promise<number> {
  now = new Date(instant)
  const nurse = await tested.signInAs('site-nurse')
  return (await nurse({ method: 'GET', url: `/api/referrals/${referralId}` })).statusCode
}

function add(send: Send, line: Schemas['NewDelegation']) {
  const headers = { 'idempotency-key': crypto.randomUUID() }
  return send({ method: 'POST', url: `/api/trials/${trialId}/delegation-log`, headers, payload: line })
}

describe('the referrals of a trial', () => {
  it('are open to the end of the last day in London, and closed from its midnight on', async () => {
    expect(await opensAt('2026-06-14T22:59:00Z')).toBe(200)
    expect(await opensAt('2026-06-14T23:00:00Z')).toBe(403)
  })

  it('open with the first day of a line that was entered for later, and close within a session when it is ended', async () => {
    now = new Date('2026-06-15T08:00:00Z')
    const administrator = await tested.signInAs('administrator')
    const planned = { accountId: accountAt(here, 'site-nurse').accountId, duty: 'coordination' } as const
    const added = await add(administrator, { ...planned, startsOn: '2026-06-17', endsOn: null })
    expect(added.statusCode).toBe(201)
    const [line] = added.json<Schemas['DelegationLog']>().items
    expect(line).toMatchObject({ ...planned, state: 'planned' })
    expect(await opensAt('2026-06-16T22:59:00Z')).toBe(403)
    expect(await opensAt('2026-06-16T23:00:00Z')).toBe(200)
    const nurse = await tested.signInAs('site-nurse')
    const keeper = await tested.signInAs('administrator')
    const url = `/api/trials/${trialId}/delegation-log/${line?.entryId}/end`
    expect((await keeper({ method: 'POST', url, payload: { reason: 'Moved away' } })).statusCode).toBe(200)
    expect((await nurse({ method: 'GET', url: `/api/referrals/${referralId}` })).statusCode).toBe(403)
  })
})

it('what is done to a log, and what is refused for want of a line, is in the audit log', async () => {
  now = new Date('2026-06-18T08:00:00Z')
  const administrator = await tested.signInAs('administrator')
  const leading = { accountId: investigator.accountId, duty: 'principalInvestigator' } as const
  expect((await add(administrator, { ...leading, startsOn: '2026-06-18', endsOn: null })).statusCode).toBe(201)
  const { rows } = await sql<{
    operation: string
    outcome: string
    trial_id: string
    account_id: string
    reason: string
  }>`
    select operation, outcome, trial_id, account_id, reason from audit_event
    where operation in ('addDelegation', 'endDelegation', 'getReferral') order by at`.execute(tested.database.db)
  const found = rows.map(({ operation, outcome }) => `${operation} ${outcome}`)
  expect(found).toContain('addDelegation done')
  expect(found).toContain('endDelegation done')
  expect(rows).toContainEqual(
    expect.objectContaining({ operation: 'getReferral', outcome: 'denied', reason: 'not-delegated' }),
  )
  expect(rows.findLast(({ operation }) => operation === 'addDelegation')).toMatchObject({
    ...{ trial_id: trialId, account_id: investigator.accountId },
  })
})

it('somebody whose account moves to another organisation is on no log of the first any more', async () => {
  now = new Date('2026-06-18T09:00:00Z')
  const moved = await tested.signInAs('site-nurse', 'ZZ003')
  const listed = async () =>
    (await moved({ method: 'GET', url: '/api/referrals?closed=true&limit=100' })).json<Schemas['ReferralPage']>()
  expect((await listed()).items.length).toBeGreaterThan(0)
  await tested.database.db
    .updateTable('account')
    .set({ organisation_id: organisationByCode('ZZ004').organisationId })
    .where('email', '=', 'site-nurse@zz003.example')
    .execute()
  expect((await listed()).items).toEqual([])
})
