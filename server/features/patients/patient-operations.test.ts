import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'

type Schemas = components['schemas']
type Search = Schemas['PatientSearch']
type Page = Schemas['PatientPage']
type Row = Schemas['PatientRow']

let app: TestApp
let oncologist: Send

beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
  // Some people of whom next to nothing is recorded, at both ends of the alphabet.
  for (const [index, name] of ['Aabel', 'Zzyzx', 'Émile'].entries()) await addPatient(name, `unknown ${index}`)
})
afterAll(() => app.close())

async function addPatient(familyName: string, givenName: string, organisationCode = 'ZZ001', times = 1): Promise<void> {
  await sql`
    with added as (
      insert into patient (patient_id, organisation_id, family_name, given_name, updated_at)
      select gen_random_uuid(), organisation_id, ${familyName}, ${givenName}, '2026-06-15T07:00:00Z'
      from organisation, generate_series(1, ${times}::int) where code = ${organisationCode}
      returning patient_id, organisation_id)
    insert into patient_facts (patient_id, organisation_id, facts, facts_version, derived_at, match_grade, missing,
      cancer_exact, cancer_group, cancer_possible, is_uncoded)
    select patient_id, organisation_id, '{}', 1, now(), 'unknown', '{histology,stage}', '{}', '{}', '{}', true
    from added`.execute(app.database.db)
}

async function search(asked: Partial<Search>, send = oncologist): Promise<Page> {
  const payload = { filters: {}, limit: 100, ...asked }
  const answer = await send({ method: 'POST', url: '/api/patients/search', payload })
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(200)
  return answer.json<Page>()
}

/** Every row that a search leaves, page by page. `between` runs after each page. */
async function walk(asked: Partial<Search>, between: (page: Page) => Promise<void> = async () => {}): Promise<Row[]> {
  const rows: Row[] = []
  for (let after: string | null = null; ; ) {
    const page: Page = await search({ ...asked, ...(after ? { after } : {}) })
    rows.push(...page.items)
    if (page.next === null) return rows
    await between(page)
    after = page.next
  }
}

async function counts(filters: Schemas['PatientFilters']): Promise<Schemas['PatientCounts']> {
  const answer = await oncologist({ method: 'POST', url: '/api/patients/counts', payload: filters })
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(200)
  return answer.json()
}

const ids = (rows: readonly Row[]) => rows.map(({ patientId }) => patientId)

describe('without a filter', () => {
  test('everybody is there, also those of whom nothing is recorded', async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from patient join organisation using (organisation_id)
      where organisation.code = 'ZZ001'`.execute(app.database.db)
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

describe('order', () => {
  const keyOf = {
    bornOn: (row: Row) => row.bornOn,
    diagnosedOn: (row: Row) => row.diagnosedOn,
    updated: (row: Row) => row.updatedAt,
  }

  test.each([
    ['bornOn', 'ascending'],
    ['bornOn', 'descending'],
    ['diagnosedOn', 'ascending'],
    ['diagnosedOn', 'descending'],
    ['updated', 'ascending'],
    ['updated', 'descending'],
  ] as const)('by %s %s, whatever is not recorded stands last', async (sort, direction) => {
    const keys = (await walk({ sort, direction, limit: 17 })).map(keyOf[sort])
    const known = keys.filter((key) => key !== null)
    const sorted = known.toSorted()
    expect(known).toEqual(direction === 'ascending' ? sorted : sorted.toReversed())
    expect(keys.slice(known.length).every((key) => key === null)).toBe(true)
    if (sort !== 'updated') expect(keys.length - known.length).toBeGreaterThanOrEqual(3)
  })

  test('by name as an English reader expects, accents aside', async () => {
    const names = (await walk({ sort: 'name' })).map(({ name }) => name.familyName)
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')))
    expect(names[0]).toBe('Aabel')
    expect(names.at(-1)).toBe('Zzyzx')
    const backward = (await walk({ sort: 'name', direction: 'descending' })).map(({ name }) => name.familyName)
    expect(backward).toEqual(names.toReversed())
  })

  test('by candidates puts the most promising first', async () => {
    const { items } = await search({ sort: 'candidates' })
    const ranks = items.map(({ candidates: { noFailuresFound, needsClinician, needsData } }) => [
      noFailuresFound,
      needsClinician,
      needsData,
    ])
    const sorted = ranks.toSorted((a, b) => b.map((n, at) => n - (a[at] ?? 0)).find((n) => n !== 0) ?? 0)
    expect(ranks).toEqual(sorted)
    expect(ranks[0]?.[0]).toBeGreaterThan(0)
  })
})

describe('pages', () => {
  test.each(['name', 'bornOn', 'diagnosedOn', 'candidates', 'updated'] as const)(
    'by %s show everybody once, forward and back again',
    async (sort) => {
      const asked = { sort, limit: 9 }
      const pages: Page[] = [await search(asked)]
      for (let page = pages[0]; page && page.next !== null; page = pages.at(-1)) {
        pages.push(await search({ ...asked, after: page.next }))
      }
      const forward = pages.flatMap(({ items }) => ids(items))
      expect(new Set(forward).size).toBe(pages[0]?.total.count)
      expect(pages[0]?.previous).toBeNull()
      for (let at = pages.length - 1; at > 0; at -= 1) {
        const back = await search({ ...asked, before: pages[at]?.previous ?? '' })
        expect(ids(back.items), `page ${at}`).toEqual(ids(pages[at - 1]?.items ?? []))
      }
    },
  )

  test('neither skip nor repeat anybody while others are added before and behind', async () => {
    const before = ids(await walk({}))
    let added = 0
    const seen = ids(
      await walk({ sort: 'name', limit: 5 }, async ({ items }) => {
        if (added >= 10) return
        added += 2
        await addPatient('Aaaa', `arrived ${added}`)
        await addPatient('Zzzz', `arrived ${added}`)
        await addPatient(items.at(-1)?.name.familyName ?? '', `arrived beside ${added}`)
      }),
    )
    expect(new Set(seen).size).toBe(seen.length)
    expect(before.filter((id) => !seen.includes(id))).toEqual([])
    await sql`delete from patient where given_name like 'arrived%'`.execute(app.database.db)
  })

  test('that begin after somebody else’s patient show nobody', async () => {
    const [theirs] = (await search({}, await app.signInAs('nurse', 'ZZ002'))).items
    const page = await search({ after: theirs?.patientId ?? '' })
    expect(page.items).toEqual([])
    expect(page.next).toBeNull()
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

  test('go to a thousand and then say that there are more', async () => {
    const nurse = await app.signInAs('nurse', 'ZZ006')
    const held = (await search({}, nurse)).total.count
    await addPatient('Crowd', 'one of many', 'ZZ006', 999 - held)
    expect((await search({}, nurse)).total).toEqual({ count: 999, isCapped: false })
    await addPatient('Crowd', 'one of many', 'ZZ006')
    expect((await search({}, nurse)).total).toEqual({ count: 1000, isCapped: false })
    await addPatient('Crowd', 'one of many', 'ZZ006')
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
