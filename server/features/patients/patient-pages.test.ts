import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { addPatient, searchPatients, walkPatients } from '../../../tests/support/patient-search.ts'

type Schemas = components['schemas']
type Search = Partial<Schemas['PatientSearch']>
type Page = Schemas['PatientPage']
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
const walk = (asked: Search, between?: (page: Page) => Promise<void>) => walkPatients(oncologist, asked, between)
const ids = (rows: readonly Row[]) => rows.map(({ patientId }) => patientId)

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
    const ranks = items.flatMap(({ candidates }) =>
      candidates ? [[candidates.noFailuresFound, candidates.needsClinician, candidates.needsData]] : [],
    )
    const sorted = ranks.toSorted((a, b) => b.map((n, at) => n - (a[at] ?? 0)).find((n) => n !== 0) ?? 0)
    expect(ranks).toEqual(sorted)
    expect(ranks[0]?.[0]).toBeGreaterThan(0)
  })

  test.each(['ascending', 'descending'] as const)(
    'by candidates %s, whoever has not been screened stands last',
    async (direction) => {
      const rows = await walk({ sort: 'candidates', direction, limit: 17 })
      const screened = rows.filter(({ candidates }) => candidates !== null)
      expect(rows.length - screened.length).toBeGreaterThanOrEqual(3)
      expect(ids(rows.slice(0, screened.length))).toEqual(ids(screened))
    },
  )
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
        await addPatient(app.database, 'Aaaa', `arrived ${added}`)
        await addPatient(app.database, 'Zzzz', `arrived ${added}`)
        await addPatient(app.database, items.at(-1)?.name.familyName ?? '', `arrived beside ${added}`)
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
