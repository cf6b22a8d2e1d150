import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { addPatient, searchPatients, walkPatients } from '../../../tests/support/patient-search.ts'

type Schemas = components['schemas']
type Search = Partial<Schemas['PatientSearch']>
type Row = Schemas['PatientRow']

let app: TestApp
let oncologist: Send

beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
  // Some people of whom next to nothing is recorded, at both ends of the alphabet.
  for (const [index, name] of ['Aabel', 'Zzyzx', 'Émile'].entries()) {
    await addPatient(app.database, name, `unknown ${index}`)
  }
})
afterAll(() => app.close())

const search = (asked: Search, send = oncologist) => searchPatients(send, asked)
const walk = (asked: Search) => walkPatients(oncologist, asked)

async function counts(filters: Schemas['PatientFilters']): Promise<Schemas['PatientCounts']> {
  const answer = await oncologist({ method: 'POST', url: '/api/patients/counts', payload: filters })
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(200)
  return answer.json()
}

const ids = (rows: readonly Row[]) => rows.map(({ patientId }) => patientId)

describe('without a filter', () => {
  test('everybody is there, also those of whom nothing is recorded', async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from patient join team using (team_id)
      join organisation on organisation.organisation_id = patient.organisation_id
      where organisation.code = 'ZZ001' and team.name = 'Rare cancer team'`.execute(app.database.db)
    const all = await walk({})
    expect(all).toHaveLength(rows[0]?.count ?? 0)
    expect(all.map(({ name }) => name.familyName)).toEqual(expect.arrayContaining(['Aabel', 'Zzyzx', 'Émile']))
  })

  test('what is not recorded reads as not known, never as a value', async () => {
    const { items } = await search({ filters: { text: 'Zzyzx' } })
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      bornOn: null,
      sex: null,
      nhsNumber: null,
      cancerType: null,
      matchGrade: 'unknown',
      diagnosedOn: null,
      stage: null,
      performanceStatus: null,
      candidates: null,
      missing: ['histology', 'stage'],
    })
  })
})

describe('filters', () => {
  test('by name finds any part in any order, without accents or capitals', async () => {
    for (const text of ['emile', 'ÉMILE', 'unknown 2 Émi', '2 emil']) {
      expect(ids((await search({ filters: { text } })).items), text).toEqual(
        ids((await search({ filters: { text: 'Émile' } })).items),
      )
    }
    expect((await search({ filters: { text: 'emile zzyzx' } })).items).toEqual([])
  })

  test('by hospital number', async () => {
    const one = (await walk({})).find(({ hospitalNumber }) => hospitalNumber !== null)
    const { items } = await search({ filters: { text: one?.hospitalNumber ?? '' } })
    expect(ids(items)).toEqual([one?.patientId])
    expect(ids((await search({ filters: { text: one?.hospitalNumber?.toLowerCase() ?? '' } })).items)).toEqual(
      ids(items),
    )
  })

  test('by referral keeps patients of whom nothing else is recorded', async () => {
    const none = await walk({ filters: { referralStatus: ['none'] } })
    expect(none.map(({ name }) => name.familyName)).toContain('Aabel')
    const all = await walk({})
    const withSent = await walk({ filters: { referralStatus: ['sent'] } })
    expect(withSent.length).toBeGreaterThan(0)
    for (const row of withSent) expect(row.referrals.map(({ status }) => status)).toContain('sent')
    const either = await walk({ filters: { referralStatus: ['none', 'sent'] } })
    expect(new Set(ids(either))).toEqual(new Set([...ids(none), ...ids(withSent)]))
    expect(all.filter(({ referrals }) => referrals.some(({ status }) => status === 'sent'))).toHaveLength(
      withSent.length,
    )
  })

  test('by what is missing finds patients who lack any of it', async () => {
    const all = await walk({})
    const asked = ['stage', 'biomarkers'] as const
    const found = await walk({ filters: { missing: [...asked] } })
    const expected = all.filter(({ missing }) => asked.some((item) => missing.includes(item)))
    expect(ids(found)).toEqual(ids(expected))
    expect(found.map(({ name }) => name.familyName)).toContain('Aabel')
    expect(found.length).toBeLessThan(all.length)
  })

  test('by cancer type finds its parts, and tells the confirmed from the possible', async () => {
    const both = await walk({ filters: { cancerTypeId: 'sarcoma' } })
    const confirmed = await walk({ filters: { cancerTypeId: 'sarcoma', matchGrade: 'confirmed' } })
    const possible = await walk({ filters: { cancerTypeId: 'sarcoma', matchGrade: 'possible' } })
    expect(confirmed.length).toBeGreaterThan(0)
    expect(new Set(ids(both))).toEqual(new Set([...ids(confirmed), ...ids(possible)]))
    expect(confirmed.map(({ cancerType }) => cancerType?.cancerTypeId)).not.toContain('sarcoma')
    expect(both.map(({ matchGrade }) => matchGrade)).not.toContain('unknown')
  })

  test('by a trial to consider leaves out whoever has not been screened, either way', async () => {
    const all = await walk({})
    const toConsider = ({ candidates }: Row) =>
      candidates && candidates.noFailuresFound + candidates.needsClinician + candidates.needsData > 0
    const having = await walk({ filters: { hasCandidate: true } })
    const lacking = await walk({ filters: { hasCandidate: false } })
    expect(having.length).toBeGreaterThan(0)
    expect(lacking.length).toBeGreaterThan(0)
    expect(ids(having)).toEqual(ids(all.filter((row) => toConsider(row) === true)))
    expect(ids(lacking)).toEqual(ids(all.filter((row) => toConsider(row) === false)))
    expect([...having, ...lacking].map(({ name }) => name.familyName)).not.toContain('Aabel')
    expect((await counts({ hasCandidate: true })).total.count).toBe(having.length)
  })

  test('by grade alone', async () => {
    const all = await walk({})
    const confirmed = await walk({ filters: { matchGrade: 'confirmed' } })
    expect(ids(confirmed)).toEqual(ids(all.filter(({ matchGrade }) => ['exact', 'group'].includes(matchGrade))))
    const possible = await walk({ filters: { matchGrade: 'possible' } })
    expect(ids(possible)).toEqual(ids(all.filter(({ matchGrade }) => matchGrade === 'possible')))
  })

  test('together leave whoever passes all of them', async () => {
    const filters = { cancerTypeId: 'sarcoma', missing: ['biomarkers' as const], referralStatus: ['none' as const] }
    const each = await Promise.all(
      Object.entries(filters).map(async ([name, value]) => new Set(ids(await walk({ filters: { [name]: value } })))),
    )
    const expected = ids(await walk({})).filter((id) => each.every((found) => found.has(id)))
    expect(ids(await walk({ filters }))).toEqual(expected)
  })
})

describe('counts beside the filters', () => {
  const other = { cancerTypeId: 'sarcoma' }

  test('of what is missing and of referrals respect the other filters', async () => {
    const { missing, referralStatus, total } = await counts(other)
    expect(missing.length).toBeGreaterThan(0)
    for (const { value, count } of missing) {
      expect((await search({ filters: { ...other, missing: [value] } })).total.count, value).toBe(count)
    }
    expect(referralStatus.map(({ value }) => value)).toContain('none')
    for (const { value, count } of referralStatus) {
      const filters = { ...other, referralStatus: [value as Schemas['ReferralStatus']] }
      expect((await search({ filters })).total.count, value).toBe(count)
    }
    expect((await search({ filters: other })).total).toEqual(total)
  })

  test('of cancer types respect the other filters and not their own', async () => {
    const filters = { missing: ['biomarkers' as const], referralStatus: ['none' as const] }
    const { cancerTypes, notRare, notRecorded } = await counts({ ...filters, ...other })
    expect(cancerTypes.some(({ cancerTypeId }) => cancerTypeId.startsWith('gi-'))).toBe(true)
    for (const { cancerTypeId, confirmed, possible } of cancerTypes.slice(0, 12)) {
      for (const [matchGrade, count] of [
        ['confirmed', confirmed],
        ['possible', possible],
      ] as const) {
        const found = await search({ filters: { ...filters, cancerTypeId, matchGrade } })
        expect(found.total.count, `${cancerTypeId} ${matchGrade}`).toBe(count)
      }
    }
    const graded = await walk({ filters })
    expect(notRare).toBe(graded.filter(({ matchGrade }) => matchGrade === 'none').length)
    expect(notRecorded).toBe(graded.filter(({ matchGrade }) => matchGrade === 'unknown').length)
  })

  test('are not narrowed by the filter that they belong to', async () => {
    const free = await counts(other)
    expect((await counts({ ...other, missing: ['biomarkers'] })).missing).toEqual(free.missing)
    expect((await counts({ ...other, referralStatus: ['sent'] })).referralStatus).toEqual(free.referralStatus)
    expect((await counts({ ...other, referralStatus: ['sent'] })).missing).not.toEqual(free.missing)
    expect((await counts({})).cancerTypes).toEqual(free.cancerTypes)
  })

  test('go to a thousand and then say that there are more', async () => {
    const nurse = await app.signInAs('nurse', 'ZZ006')
    const held = (await search({}, nurse)).total.count
    await addPatient(app.database, 'Crowd', 'one of many', 'ZZ006', 999 - held)
    expect((await search({}, nurse)).total).toEqual({ count: 999, isCapped: false })
    await addPatient(app.database, 'Crowd', 'one of many', 'ZZ006')
    expect((await search({}, nurse)).total).toEqual({ count: 1000, isCapped: false })
    await addPatient(app.database, 'Crowd', 'one of many', 'ZZ006')
    expect((await search({}, nurse)).total).toEqual({ count: 1000, isCapped: true })
  })
})

describe('one patient', () => {
  test('is shown with every recorded value, its day and its source', async () => {
    const row = (await search({ sort: 'candidates' })).items[0]
    const answer = await oncologist({ method: 'GET', url: `/api/patients/${row?.patientId}` })
    const patient = answer.json<Schemas['Patient']>()
    expect(patient).toMatchObject({
      name: row?.name,
      nhsNumber: row?.nhsNumber,
      organisation: { code: 'ZZ001' },
      cancerType: row?.cancerType,
      missing: row?.missing,
      isDemonstration: true,
    })
    expect(patient.items.length).toBeGreaterThan(10)
    for (const item of patient.items) {
      expect(item.source, item.label).not.toBe('')
      expect(item.recordedBy, item.label).not.toBe('')
    }
  })
})
