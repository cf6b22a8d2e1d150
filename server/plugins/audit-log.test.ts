import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { demonstrationPassword } from '../../mocks/data/accounts/demonstration-accounts.ts'
import { auditRows, lastAuditSequence } from '../../tests/support/audit-rows.ts'
import { openTestApp, type Send, type TestApp } from '../../tests/support/build-app.ts'
import { testInstant } from '../../tests/support/demonstration-seed.ts'

type Schemas = components['schemas']

let app: TestApp
let nurse: Send
let siteNurse: Send
let sequence = 0
beforeAll(async () => {
  app = await openTestApp()
  nurse = await app.signInAs('nurse', 'ZZ001')
  siteNurse = await app.signInAs('site-nurse', 'ZZ002')
})
afterAll(() => app.close())
beforeEach(async () => {
  sequence = await lastAuditSequence(app.database.db)
})

/** What was written since the test began. */
const written = () => auditRows(app.database.db, sequence)

async function theOnly() {
  const rows = await written()
  expect(rows).toHaveLength(1)
  const [row] = rows
  if (!row) throw new Error('Nothing was written.')
  return row
}

const search = (filters: object = {}, limit = 3) =>
  nurse({ method: 'POST', url: '/api/patients/search', payload: { filters, limit } })
const patientsOf = async (organisationCode: string) => {
  const rows = await app.database.db
    .selectFrom('patient')
    .innerJoin('organisation', 'organisation.organisation_id', 'patient.organisation_id')
    .select(['patient_id', 'nhs_number', 'family_name', 'patient.organisation_id'])
    .where('code', '=', organisationCode)
    .orderBy('patient_id')
    .execute()
  const [first] = rows
  if (!first) throw new Error(`${organisationCode} has no patient.`)
  return first
}
const signIn = (email: string, password: string) =>
  app.send({ method: 'POST', url: '/api/session', payload: { email, password } })

describe('what somebody saw', () => {
  test('is written with who, as what, from where, when, why and whom', async () => {
    const { patient_id, organisation_id } = await patientsOf('ZZ001')
    expect((await nurse({ method: 'GET', url: `/api/patients/${patient_id}` })).statusCode).toBe(200)
    expect(await theOnly()).toMatchObject({
      at: testInstant,
      actor_kind: 'person',
      role: 'nurse',
      actor_organisation_id: organisation_id,
      session_ref: expect.stringMatching(/^[0-9a-f]{16}$/),
      address: '127.0.0.1',
      request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      operation: 'getPatient',
      action: 'view',
      outcome: 'done',
      basis: 'directCare',
      patient_ids: [patient_id],
      organisation_ids: [organisation_id],
      reason: null,
      app_version: expect.stringMatching(/^\d/),
    })
  })

  test('names every patient of a list, how many were found, and by which fields: never what was typed', async () => {
    const { family_name } = await patientsOf('ZZ001')
    const page: Schemas['PatientPage'] = (await search({ text: family_name })).json()
    const row = await theOnly()
    expect(row).toMatchObject({ operation: 'searchPatients', action: 'search', result_count: page.total.count })
    expect(row.patient_ids.toSorted()).toEqual(page.items.map(({ patientId }) => patientId).toSorted())
    expect(row.fields).toEqual(['filters.text', 'limit'])
    expect(JSON.stringify(row)).not.toContain(family_name)
  })

  test('counts for the patient behind a referral also where a site is not told who that is in the record', async () => {
    const answer = await siteNurse({ method: 'GET', url: '/api/referrals?limit=5' })
    const ids = answer.json<Schemas['ReferralPage']>().items.map(({ referralId }) => referralId)
    expect(ids.length).toBeGreaterThan(0)
    const behind = await app.database.db
      .selectFrom('referral')
      .select(['patient_id', 'from_organisation_id'])
      .where('referral_id', 'in', ids)
      .execute()
    const row = await theOnly()
    expect(row).toMatchObject({ operation: 'listReferrals', basis: 'explicitConsentToShare' })
    expect(row.patient_ids.toSorted()).toEqual([...new Set(behind.map(({ patient_id }) => patient_id))].toSorted())
    // The officer of the hospital that sent them may read who saw them there.
    for (const { from_organisation_id } of behind) expect(row.organisation_ids).toContain(from_organisation_id)
  })

  test('is not written where the contract says so', async () => {
    for (const url of ['/api/health', '/api/session', '/api/trials', '/api/cancer-types']) {
      expect((await nurse({ method: 'GET', url })).statusCode).toBe(200)
    }
    expect(await written()).toEqual([])
  })

  test('is not shown where it cannot be written', async () => {
    const { patient_id } = await patientsOf('ZZ001')
    await sql`revoke insert on audit_event from app_user`.execute(app.database.db)
    try {
      const answer = await nurse({ method: 'GET', url: `/api/patients/${patient_id}` })
      expect(answer.statusCode).toBe(500)
      expect(answer.body).not.toContain(patient_id)
    } finally {
      await sql`grant insert on audit_event to app_user`.execute(app.database.db)
    }
    expect(await written()).toEqual([])
  })
})

describe('what somebody was denied', () => {
  test('is written for nobody in particular', async () => {
    const { patient_id } = await patientsOf('ZZ001')
    await app.send({ method: 'GET', url: `/api/patients/${patient_id}` })
    expect(await theOnly()).toMatchObject({
      actor_kind: 'nobody',
      outcome: 'denied',
      reason: 'not-signed-in',
      operation: 'getPatient',
      patient_ids: [patient_id],
    })
  })

  test('is written for a role that may not', async () => {
    const administrator = await app.signInAs('administrator', 'ZZ001')
    sequence = await lastAuditSequence(app.database.db)
    await administrator({ method: 'GET', url: '/api/referrals' })
    expect(await theOnly()).toMatchObject({ role: 'administrator', outcome: 'denied', reason: 'not-allowed' })
  })

  test('is written for a patient of another organisation, whose officer may read it', async () => {
    const theirs = await patientsOf('ZZ002')
    await nurse({ method: 'GET', url: `/api/patients/${theirs.patient_id}` })
    const row = await theOnly()
    expect(row).toMatchObject({ outcome: 'denied', reason: 'not-found', basis: null, patient_ids: [theirs.patient_id] })
    expect(row.organisation_ids).toContain(theirs.organisation_id)
  })

  test('keeps nothing of an address that names no identifier', async () => {
    await app.send({ method: 'GET', url: '/api/patients/9990000018' })
    expect(JSON.stringify(await theOnly())).not.toContain('9990000018')
  })
})

describe('what somebody changed', () => {
  const item = { kind: 'assertion', category: 'medicines-reviewed', assertedOn: '2026-06-15', source: 'Clinic letter' }
  const record = (patientId: string, payload: object, key = randomUUID()) =>
    nurse({
      method: 'POST',
      url: `/api/patients/${patientId}/items`,
      headers: { 'idempotency-key': key },
      payload,
    })

  test('is written by what it is, without its value; the same form again as repeated', async () => {
    const { patient_id } = await patientsOf('ZZ001')
    const key = randomUUID()
    expect((await record(patient_id, item, key)).statusCode).toBe(201)
    expect((await record(patient_id, item, key)).statusCode).toBe(201)
    const rows = await written()
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'repeated'])
    expect(rows[0]).toMatchObject({ action: 'change', fields: ['assertion'], patient_ids: [patient_id] })
    expect(JSON.stringify(rows)).not.toContain('Clinic letter')
  })

  test('and failed at leaves its trace though everything else of it is undone', async () => {
    const { patient_id } = await patientsOf('ZZ001')
    const later = { ...item, assertedOn: '2027-01-01' }
    expect((await record(patient_id, later)).statusCode).toBe(400)
    expect(await theOnly()).toMatchObject({
      outcome: 'refused',
      action: 'change',
      patient_ids: [patient_id],
      fields: [],
    })
  })

  test('and that broke inside the service is written as failed', async () => {
    const { patient_id } = await patientsOf('ZZ001')
    await sql`revoke insert on assertion from app_user`.execute(app.database.db)
    try {
      expect((await record(patient_id, item)).statusCode).toBe(500)
    } finally {
      await sql`grant insert on assertion to app_user`.execute(app.database.db)
    }
    expect(await theOnly()).toMatchObject({ outcome: 'failed', reason: 'failed', patient_ids: [patient_id] })
  })

  test('about accounts is written with the account, in the transaction that makes it', async () => {
    const administrator = await app.signInAs('administrator', 'ZZ001')
    sequence = await lastAuditSequence(app.database.db)
    const account = { name: 'A', email: 'audited@zz001.example', role: 'national-lead', organisationId: null }
    const payload = { ...account, password: 'twelve letters' }
    const made = await administrator({ method: 'POST', url: '/api/accounts', payload })
    const row = await theOnly()
    expect(row).toMatchObject({ operation: 'createAccount', account_id: made.json<Schemas['Account']>().accountId })
    expect(row.fields).toContain('password')
    expect(JSON.stringify(row)).not.toContain('twelve letters')
    await administrator({ method: 'POST', url: '/api/accounts', payload })
    expect((await written()).at(-1)).toMatchObject({ outcome: 'refused', reason: 'already-exists' })
  })
})

describe('signing in and out', () => {
  const email = 'oncologist@zz004.example'

  test('is written with the session that it opens and ends', async () => {
    const signedIn = await signIn(email, demonstrationPassword)
    const cookie = signedIn.cookies.find(({ name }) => name === 'session')
    await app.send({ method: 'DELETE', url: '/api/session', cookies: { session: cookie?.value ?? '' } })
    const rows = await written()
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual(['sign-in done', 'sign-out done'])
    const [opened, ended] = rows
    expect(opened?.session_ref).toMatch(/^[0-9a-f]{16}$/)
    expect(ended).toMatchObject({ session_ref: opened?.session_ref, actor_name: opened?.actor_name })
  })

  test('does not come about where it cannot be written', async () => {
    const sessions = () => app.database.db.selectFrom('session').select('session_hash').execute()
    const before = await sessions()
    await sql`revoke insert on audit_event from app_user`.execute(app.database.db)
    try {
      const answer = await signIn(email, demonstrationPassword)
      expect(answer.statusCode).toBe(500)
      expect(answer.cookies).toEqual([])
    } finally {
      await sql`grant insert on audit_event to app_user`.execute(app.database.db)
    }
    expect(await sessions()).toHaveLength(before.length)
  })

  test('out of nothing leaves nothing, however often', async () => {
    expect((await app.send({ method: 'DELETE', url: '/api/session' })).statusCode).toBe(204)
    expect(await written()).toEqual([])
  })

  test('with a wrong password is written with the account that was tried, and not with what was typed', async () => {
    await signIn(email, 'not the password')
    const row = await theOnly()
    expect(row).toMatchObject({ actor_kind: 'nobody', action: 'sign-in', outcome: 'denied', reason: 'wrong-password' })
    const account = await app.database.db
      .selectFrom('account')
      .select(['account_id', 'organisation_id'])
      .where('email', '=', email)
      .executeTakeFirstOrThrow()
    expect(row).toMatchObject({ account_id: account.account_id, organisation_ids: [account.organisation_id] })
    expect(JSON.stringify(row)).not.toMatch(/not the password|zz004/)
  })

  test('with an address that nobody has is written without it', async () => {
    await signIn('somebody@elsewhere.example', demonstrationPassword)
    const row = await theOnly()
    expect(row).toMatchObject({ outcome: 'denied', account_id: null })
    expect(JSON.stringify(row)).not.toContain('elsewhere')
  })
})
