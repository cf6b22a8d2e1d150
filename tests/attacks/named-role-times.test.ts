import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { searchPatients } from '../support/patient-search.ts'

type Schemas = components['schemas']

/* A role that is to come, has run out or was ended gives its holder nothing, by any way in to a record. */

let app: TestApp
let now: Date
let patientId: string
let teamId: string
let nurse: { readonly accountId: string }

beforeAll(async () => {
  now = new Date('2026-06-15T08:00:00Z')
  app = await openTestApp({ clock: { now: () => now } })
  const { db } = app.database
  const { team_id } = await db
    .selectFrom('team')
    .innerJoin('organisation', 'organisation.organisation_id', 'team.organisation_id')
    .select('team_id')
    .where('code', '=', 'ZZ001')
    .where('team.name', '=', 'Rare cancer team')
    .executeTakeFirstOrThrow()
  teamId = team_id
  const [row] = (await searchPatients(await app.signInAs('oncologist'), { filters: { hasCandidate: true } })).items
  patientId = row?.patientId ?? ''
  const { account_id } = await db
    .selectFrom('account')
    .select('account_id')
    .where('email', '=', 'nurse@zz001.example')
    .executeTakeFirstOrThrow()
  nurse = { accountId: account_id }
  // The nurse is of no team from here on: all that she sees is by being named.
  await db.deleteFrom('team_member').where('account_id', '=', account_id).execute()
})
afterAll(() => app.close())
beforeEach(async () => {
  now = new Date('2026-06-15T08:00:00Z')
  await app.database.db.deleteFrom('named_role').execute()
})

async function name(days: Pick<Schemas['NewNamedRole'], 'startsOn' | 'endsOn'>): Promise<Schemas['NamedRole']> {
  const send = await app.signInAs('oncologist')
  const named = await send({
    method: 'POST',
    url: `/api/patients/${patientId}/named-roles`,
    headers: { 'idempotency-key': randomUUID() },
    payload: { ...nurse, careRole: 'namedNurse', reason: 'Knows the patient', ...days },
  })
  expect(named.statusCode, named.body).toBe(201)
  const [first] = named.json<Schemas['NamedRoleList']>().items
  if (first === undefined) throw new Error('Nobody was named.')
  return first
}

const addressesOf = () => {
  const record = `/api/patients/${patientId}`
  return [...['', '/candidates', '/changes', '/care-team', '/wishes', '/named-roles'].map((part) => `${record}${part}`)]
}

/** What opens of the record, and whether the worklist, its numbers and a search by a piece of the name show it. */
async function seen(send: Send) {
  const answers = await Promise.all(addressesOf().map((url) => send({ method: 'GET', url })))
  const page = await searchPatients(send, {})
  const home = await send({ method: 'GET', url: '/api/home' })
  return {
    record: [...new Set(answers.map(({ statusCode }) => statusCode))],
    listed: page.items.map((row) => ({ patientId: row.patientId, namedAs: row.namedAs })),
    total: page.total.count,
    tile: home.json<Schemas['Home']>().tiles.find(({ tile }) => tile === 'myPatients')?.count,
  }
}

const nothing = { record: [404], listed: [], total: 0, tile: 0 }
const everything = () => ({ record: [200], listed: [{ patientId, namedAs: ['namedNurse'] }], total: 1, tile: 1 })

async function changeIsRefused(send: Send): Promise<void> {
  const headers = { 'idempotency-key': randomUUID() }
  const item = { kind: 'assertion', category: 'medicines-reviewed', assertedOn: '2026-06-14', source: 'Clinic' }
  const added = await send({ method: 'POST', url: `/api/patients/${patientId}/items`, headers, payload: item })
  expect(added.statusCode).toBe(404)
  const renewed = {
    ...nurse,
    careRole: 'namedNurse',
    startsOn: '2026-07-01',
    endsOn: null,
    reason: 'Once more, please',
  }
  const url = `/api/patients/${patientId}/named-roles`
  expect(
    (await send({ method: 'POST', url, headers: { 'idempotency-key': randomUUID() }, payload: renewed })).statusCode,
  ).toBe(404)
}

describe('a named role', () => {
  it('lets its holder find, open and work with the patient from the first day to the end of the last, in London', async () => {
    await name({ startsOn: '2026-06-16', endsOn: '2026-06-17' })
    const at = async (instant: string) => {
      now = new Date(instant)
      return seen(await app.signInAs('nurse'))
    }
    expect(await at('2026-06-15T22:59:00Z')).toEqual(nothing)
    expect(await at('2026-06-15T23:00:00Z')).toEqual(everything())
    expect(await at('2026-06-17T22:59:00Z')).toEqual(everything())
    expect(await at('2026-06-17T23:00:00Z')).toEqual(nothing)
    await changeIsRefused(await app.signInAs('nurse'))
  })

  it('that was ended gives nothing within the same session', async () => {
    const { namedRoleId } = await name({ startsOn: '2026-06-15', endsOn: null })
    const holder = await app.signInAs('nurse')
    expect(await seen(holder)).toEqual(everything())
    const member = await app.signInAs('oncologist')
    const url = `/api/patients/${patientId}/named-roles/${namedRoleId}/end`
    const ended = await member({ method: 'POST', url, payload: { reason: 'Another nurse takes over' } })
    expect(ended.statusCode, ended.body).toBe(200)
    expect(await seen(holder)).toEqual(nothing)
    await changeIsRefused(holder)
  })

  it('to come gives nothing, nor does one of an account that has another role or works elsewhere', async () => {
    await name({ startsOn: '2026-06-15', endsOn: null })
    const { db } = app.database
    const holder = await app.signInAs('nurse')
    const { organisation_id } = await db
      .selectFrom('organisation')
      .select('organisation_id')
      .where('code', '=', 'ZZ002')
      .executeTakeFirstOrThrow()
    const own = await db
      .selectFrom('account')
      .select(['organisation_id', 'role'])
      .where('account_id', '=', nurse.accountId)
      .executeTakeFirstOrThrow()
    const set = (values: Partial<typeof own>) =>
      db.updateTable('account').set(values).where('account_id', '=', nurse.accountId).execute()
    await set({ organisation_id })
    expect(await seen(holder)).toEqual(nothing)
    await set({ ...own, role: 'trust-lead' })
    expect((await holder({ method: 'GET', url: `/api/patients/${patientId}` })).statusCode).toBe(403)
    await set(own)
    expect(await seen(holder)).toEqual(everything())
  })

  it('lets nobody name themselves or others: neither the person named, nor one from outside the team', async () => {
    await name({ startsOn: '2026-06-15', endsOn: '2026-06-20' })
    const holder = await app.signInAs('nurse')
    const url = `/api/patients/${patientId}/named-roles`
    const longer = { ...nurse, careRole: 'namedNurse', startsOn: '2026-06-21', endsOn: null, reason: 'For longer' }
    const headers = { 'idempotency-key': randomUUID() }
    const answer = await holder({ method: 'POST', url, headers, payload: longer })
    expect([answer.statusCode, answer.json<Schemas['Problem']>().title]).toEqual([
      ...[403, 'You cannot name people for this patient'],
    ])
  })

  it('is in the audit log with who was named, and opens the record by direct care', async () => {
    await name({ startsOn: '2026-06-15', endsOn: null })
    const holder = await app.signInAs('nurse')
    await holder({ method: 'GET', url: `/api/patients/${patientId}` })
    const { db } = app.database
    const events = await db
      .selectFrom('audit_event')
      .select(['operation', 'account_id', 'basis', 'outcome'])
      .where('operation', 'in', ['addNamedRole', 'getPatient'])
      .orderBy('at', 'desc')
      .orderBy('operation', 'desc')
      .execute()
    expect(events).toContainEqual({
      ...{ operation: 'addNamedRole', account_id: nurse.accountId, basis: 'directCare', outcome: 'done' },
    })
    expect(events).toContainEqual({
      ...{ operation: 'getPatient', account_id: null, basis: 'directCare', outcome: 'done' },
    })
  })

  it('lets its holder hand the patient over, and stands after it', async () => {
    await name({ startsOn: '2026-06-15', endsOn: null })
    const holder = await app.signInAs('nurse')
    const { teamId: to } = await otherTeam()
    const give = (from: string, team: string) =>
      holder({ method: 'PUT', url: `/api/patients/${patientId}/team`, payload: { from, teamId: team } })
    expect((await give(teamId, to)).statusCode).toBe(200)
    expect((await seen(holder)).record).toEqual([200])
    expect((await give(to, teamId)).statusCode).toBe(200)
  })
})

async function otherTeam(): Promise<Schemas['Team']> {
  const officer = await app.signInAs('information-officer')
  const { items } = (await officer({ method: 'GET', url: '/api/teams' })).json<Schemas['TeamList']>()
  const team = items.find((each) => each.teamId !== teamId)
  if (team === undefined) throw new Error('There is one team only.')
  return team
}
