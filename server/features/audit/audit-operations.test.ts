import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { auditRows, lastAuditSequence } from '../../../tests/support/audit-rows.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'
import { noSubjects } from '../../audit/audit-event.ts'
import { addAuditEvent } from '../../audit/audit-event-repository.ts'

type Schemas = components['schemas']
type Page = Schemas['AuditEventPage']

let app: TestApp
let nurse: Send
let siteNurse: Send
let officer: Send
let patientId: string
let theirs: string

const get = (send: Send, url: string) => send({ method: 'GET', url: `/api${url}` })
const events = async (query: string, send = officer) => (await get(send, `/audit/events?${query}`)).json<Page>()
const firstPatient = async (send: Send) => {
  const payload = { filters: { referralStatus: ['sent', 'received'] }, limit: 1 }
  const page: Schemas['PatientPage'] = (await send({ method: 'POST', url: '/api/patients/search', payload })).json()
  const [patient] = page.items
  if (!patient) throw new Error('Nobody was found.')
  return patient.patientId
}

beforeAll(async () => {
  app = await openTestApp()
  nurse = await app.signInAs('nurse', 'ZZ001')
  officer = await app.signInAs('privacy-officer', 'ZZ001')
  const other = await app.signInAs('nurse', 'ZZ002')
  patientId = await firstPatient(nurse)
  theirs = await firstPatient(other)
  await get(nurse, `/patients/${patientId}`)
  await get(nurse, `/patients/${patientId}/candidates`)
  await get(other, `/patients/${patientId}`)
  await get(other, `/patients/${theirs}`)
  const referral = await app.database.db
    .selectFrom('referral')
    .innerJoin('organisation', 'organisation.organisation_id', 'referral.to_organisation_id')
    .select(['referral_id', 'code'])
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  siteNurse = await app.signInAs('site-nurse', referral.code)
  await get(siteNurse, `/referrals/${referral.referral_id}`)
})
afterAll(() => app.close())

describe('who saw a patient', () => {
  test('lists the care team, the site that has the referral, and whoever was denied, the newest first', async () => {
    const page = await events(`patientId=${patientId}`)
    expect(page.patient).toMatchObject({ patientId, organisation: { code: 'ZZ001' } })
    expect(page.items.map(({ operation, outcome, actor }) => `${actor.role} ${operation} ${outcome}`)).toEqual([
      'site-nurse getReferral done',
      'nurse getPatient denied',
      'nurse listPatientCandidates done',
      'nurse getPatient done',
      'nurse searchPatients done',
    ])
    expect(page.items[3]).toMatchObject({
      label: 'Opened the patient record',
      basis: 'Direct care',
      patientCount: 1,
      aboutPatientId: patientId,
      actor: { organisation: expect.stringMatching(/\w/), name: expect.stringMatching(/\w/) },
    })
    expect(page.items[0]).toMatchObject({ basis: 'Agreed referral', aboutPatientId: patientId })
  })

  test('is narrowed by person, kind, outcome and day', async () => {
    const { items } = await events(`patientId=${patientId}`)
    const person = items.find(({ operation }) => operation === 'getReferral')?.actor.accountId
    const byPerson = await events(`patientId=${patientId}&accountId=${person}`)
    expect(byPerson.items.map(({ operation }) => operation)).toEqual(['getReferral'])
    expect(byPerson.person).toBe(byPerson.items[0]?.actor.name)
    const counted = async (query: string) => (await events(`patientId=${patientId}&${query}`)).items.length
    const searches = (await events(`patientId=${patientId}&action=search`)).items
    expect(new Set(searches.map(({ action }) => action))).toEqual(new Set(['search']))
    expect(searches.at(-1)).toMatchObject({ operation: 'searchPatients', actor: { role: 'nurse' } })
    expect(await counted('outcome=denied')).toBe(1)
    expect(await counted('from=2026-06-15&to=2026-06-15&outcome=denied')).toBe(1)
    expect(await counted('from=2026-06-16')).toBe(0)
    expect(await counted('to=2026-06-14')).toBe(0)
  })

  test('begins and ends its days in London', async () => {
    // Eleven at night in UTC is the next day in British summer time.
    await addAuditEvent(app.database.db, {
      at: new Date('2026-07-01T23:00:00Z'),
      actor: { kind: 'nobody' },
      operation: 'getPatient',
      action: 'view',
      outcome: 'denied',
      request: null,
      basis: null,
      subjects: { ...noSubjects, patientIds: [patientId] },
      count: null,
      fields: [],
      reason: 'not-signed-in',
    })
    const counted = async (day: string) => (await events(`patientId=${patientId}&from=${day}&to=${day}`)).items.length
    expect([await counted('2026-07-01'), await counted('2026-07-02')]).toEqual([0, 1])
  })

  test('comes in pages, without gap or repetition', async () => {
    const whole = await events('limit=100')
    const paged: string[] = []
    const before = whole.items[0]?.eventId
    for (let after: string | null = before ?? null; after !== null; ) {
      const page: Page = await events(`limit=3&after=${after}`)
      paged.push(...page.items.map(({ eventId }) => eventId))
      after = page.next
    }
    expect(paged).toEqual(whole.items.slice(1).map(({ eventId }) => eventId))
  })

  test('of another organisation’s patient is not told, and the question is written down as denied', async () => {
    const sequence = await lastAuditSequence(app.database.db)
    for (const url of [`/audit/events?patientId=${theirs}`, `/audit/patients/${theirs}/access-report`]) {
      expectProblem(await get(officer, url), { status: 404, kind: 'not-found' })
    }
    const rows = await auditRows(app.database.db, sequence)
    expect(rows.map(({ outcome, patient_ids }) => [outcome, patient_ids])).toEqual([
      ['denied', [theirs]],
      ['denied', [theirs]],
    ])
  })

  test('holds nothing that concerns neither the own people nor the own patients', async () => {
    const { items } = await events('limit=100')
    const patientIds = new Set(items.map(({ aboutPatientId }) => aboutPatientId))
    expect(patientIds).toContain(patientId)
    expect(patientIds).not.toContain(theirs)
  })
})

test('reading the log is in the log', async () => {
  const sequence = await lastAuditSequence(app.database.db)
  await events(`patientId=${patientId}`)
  const [row] = await auditRows(app.database.db, sequence)
  expect(row).toMatchObject({
    operation: 'listAuditEvents',
    role: 'privacy-officer',
    basis: 'privacyDuty',
    patient_ids: [patientId],
    fields: ['limit', 'patientId'],
  })
})

test('the export has a line for each entry, with words and never with a name of a patient', async () => {
  const sequence = await lastAuditSequence(app.database.db)
  const payload = { patientId }
  const answer = await officer({ method: 'POST', url: '/api/audit/events/export', payload })
  const { header, rows, isCapped } = answer.json<Schemas['AuditExport']>()
  expect(isCapped).toBe(false)
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]))
  expect(rows.map((row) => row[4])).toContain('Opened the patient record')
  const { family_name } = await app.database.db
    .selectFrom('patient')
    .select('family_name')
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  expect(answer.body.toLowerCase()).not.toContain(family_name.toLowerCase())
  const [row] = await auditRows(app.database.db, sequence)
  expect(row).toMatchObject({ action: 'export', patient_ids: [patientId], result_count: rows.length })
})

describe('the patient whom somebody asks about', () => {
  const find = async (number: string) => {
    const answer = await officer({ method: 'POST', url: '/api/audit/patients/search', payload: { number } })
    return answer.json<Schemas['AuditedPatientList']>().items.map((found) => found.patientId)
  }
  const numbersOf = (id: string) =>
    app.database.db
      .selectFrom('patient')
      .select(['nhs_number', 'hospital_number'])
      .where('patient_id', '=', id)
      .executeTakeFirstOrThrow()

  test('is found by a whole number as people write it, at the own organisation only', async () => {
    const own = await numbersOf(patientId)
    expect(await find(own.nhs_number ?? '')).toEqual([patientId])
    expect(await find((own.nhs_number ?? '').replace(/^(...)(...)/, ' $1-$2 '))).toEqual([patientId])
    expect(await find(` ${own.hospital_number?.toLowerCase()} `)).toEqual([patientId])
    expect(await find((own.nhs_number ?? '').slice(0, 9))).toEqual([])
    expect(await find((await numbersOf(theirs)).nhs_number ?? '')).toEqual([])
  })

  test('is named in the log, and the number is not', async () => {
    const sequence = await lastAuditSequence(app.database.db)
    const { nhs_number } = await numbersOf(patientId)
    await find(nhs_number ?? '')
    const [row] = await auditRows(app.database.db, sequence)
    expect(row).toMatchObject({ operation: 'findAuditedPatients', patient_ids: [patientId], fields: ['number'] })
    expect(JSON.stringify(row)).not.toContain(nhs_number)
  })
})

test('the report tells the patient who has seen the record, in plain words, without names and without denials', async () => {
  const answer = await get(officer, `/audit/patients/${patientId}/access-report`)
  const { entries, isCapped, madeOn } = answer.json<Schemas['AccessReport']>()
  expect({ isCapped, madeOn }).toEqual({ isCapped: false, madeOn: '2026-06-15' })
  expect(entries).toContainEqual({
    on: '2026-06-15',
    who: 'Specialist nurse',
    organisation: expect.stringMatching(/\w/),
    what: 'Looked at your record',
    why: 'They are part of the team that cares for you.',
    times: 1,
  })
  expect(entries).toContainEqual(
    expect.objectContaining({ who: 'Site research nurse', what: 'Looked at your referral to a trial' }),
  )
  const names = await app.database.db.selectFrom('account').select('name').execute()
  for (const { name } of names) expect(JSON.stringify(entries)).not.toContain(name)
  expect(entries.filter(({ what }) => what === 'Looked at your record')).toHaveLength(1)
})
