import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { exampleStudy, exampleStudyWith } from '../interchange/clinical-trials-gov/example-study.ts'
import { parseStudy } from '../interchange/clinical-trials-gov/parse-study.ts'
import { storeTrial } from './store-trial-repository.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  for (const table of ['trial', 'job', 'organisation'] as const) await database.db.deleteFrom(table).execute()
})

type Modules = Parameters<typeof exampleStudyWith>[0]

function recordOf(modules: Modules, dataDate = '2030-03-01'): TrialRecord {
  const derivedSection = { miscInfoModule: { versionHolder: dataDate } }
  const parsed = parseStudy({ ...(exampleStudyWith(modules) as typeof exampleStudy), derivedSection })
  if (!('ok' in parsed)) throw new Error(JSON.stringify(parsed.problems))
  return parsed.ok
}

const updatedOn = (date: string) => ({ lastUpdatePostDateStruct: { date, type: 'ACTUAL' } })

const first = recordOf({})
const newer = recordOf({
  identificationModule: { briefTitle: 'Examplinib, amended' },
  statusModule: updatedOn('2030-05-01'),
})
const [hospital, clinic] = exampleStudy.protocolSection.contactsLocationsModule.locations

function store(record: TrialRecord, at = '2030-06-01T12:00:00Z') {
  return database.db.transaction().execute((trx) => storeTrial(trx, record, { now: new Date(at) }))
}

const trial = () => database.db.selectFrom('trial').selectAll().executeTakeFirstOrThrow()
const versions = () => database.db.selectFrom('trial_version').selectAll().orderBy('version').execute()
const sites = () => database.db.selectFrom('trial_site').selectAll().orderBy('position').execute()
const jobs = () => database.db.selectFrom('job').selectAll().execute()

describe('taking in a record', () => {
  test('with a rule that the language does not know is refused, with the place and the remedy, and stores nothing', async () => {
    const [criterion] = first.criteria
    if (criterion === undefined) throw new Error('The example has no criterion')
    const expr = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: 'g/L' } as const
    await expect(store({ ...first, criteria: [{ ...criterion, expr }] })).rejects.toThrow(
      /^NCT09990001 cannot be stored: \/criteria\/0\/expr\/unit unit is "g\/L".*Give unit as one of 10\*9\/L/u,
    )
    expect(await versions()).toEqual([])
  })

  test('that is new stores it, with its first version', async () => {
    expect(await store(first)).toBe('added')
    expect(await trial()).toMatchObject({
      registry: 'clinicaltrials.gov',
      registry_id: 'NCT09990001',
      title: 'Examplinib in Leiomyosarcoma',
      phases: ['PHASE1', 'PHASE2'],
      recruitment_status: 'open',
      registry_status: 'RECRUITING',
      is_open_at_home: true,
      is_demonstration: false,
      last_updated_on: '2030-02-11',
      version: 1,
      record: first,
    })
    expect(await versions()).toMatchObject([{ version: 1, data_date: '2030-03-01', record: first }])
  })

  test('again changes nothing and asks for no screening', async () => {
    await store(first)
    const before = { trial: await trial(), sites: await sites() }
    await database.db.deleteFrom('job').execute()
    expect(await store(first, '2030-07-01T12:00:00Z')).toBe('unchanged')
    expect({ trial: await trial(), sites: await sites() }).toEqual(before)
    expect(await versions()).toHaveLength(1)
    expect(await jobs()).toEqual([])
  })

  test('that is newer replaces what is shown and keeps the older as history', async () => {
    await store(first)
    const { trial_id } = await trial()
    expect(await store(newer, '2030-07-01T12:00:00Z')).toBe('changed')
    expect(await trial()).toMatchObject({ trial_id, title: 'Examplinib, amended', version: 2, record: newer })
    expect(await versions()).toMatchObject([
      { version: 1, record: first, imported_at: new Date('2030-06-01T12:00:00Z') },
      { version: 2, record: newer, imported_at: new Date('2030-07-01T12:00:00Z') },
    ])
  })

  test('that is older is not taken', async () => {
    await store(newer)
    expect(await store(first)).toBe('older')
    expect(await trial()).toMatchObject({ title: 'Examplinib, amended', version: 1 })
    expect(await versions()).toHaveLength(1)
  })

  test('that says for the first time when it was updated is newer than one that never said', async () => {
    const withoutDate = recordOf({ statusModule: { lastUpdatePostDateStruct: undefined } }, '2030-03-01')
    await store(withoutDate)
    expect((await trial()).last_updated_on).toBe('2030-03-01')
    const later = recordOf({ statusModule: updatedOn('2030-02-11') }, '2030-04-01')
    expect(await store(later)).toBe('changed')
  })

  test('asks once for the caseload to be screened against it, however often it changes meanwhile', async () => {
    await store(first)
    await store(newer)
    const { trial_id } = await trial()
    expect(await jobs()).toMatchObject([{ kind: 'rescreen-trial', subject: trial_id, finished_at: null }])
  })

  test('that fails leaves nothing of it', async () => {
    const broken = { ...first, sites: first.sites.map((site) => ({ ...site, siteKey: 'the same twice' })) }
    await expect(store(broken)).rejects.toThrow()
    expect(await database.db.selectFrom('trial').select('trial_id').execute()).toEqual([])
    expect(await jobs()).toEqual([])
  })
})

describe('the sites of a trial', () => {
  const withLocations = (locations: readonly unknown[], date: string) =>
    recordOf({ contactsLocationsModule: { locations }, statusModule: updatedOn(date) })

  test('keep their identifiers when the record changes, in whatever order they are listed', async () => {
    await store(first)
    const before = new Map((await sites()).map((site) => [site.facility, site.site_id]))
    await store(withLocations([clinic, { ...hospital, status: 'COMPLETED' }], '2030-05-01'))
    const after = await sites()
    expect(new Map(after.map((site) => [site.facility, site.site_id]))).toEqual(before)
    expect(after.map(({ facility, registry_status }) => [facility, registry_status])).toEqual([
      ['Clinique Exemple', null],
      ['Example Hospital', 'COMPLETED'],
    ])
  })

  test('that are no longer listed are kept and marked, and are the same when listed again', async () => {
    await store(first)
    const before = await sites()
    await store(withLocations([clinic], '2030-05-01'))
    const marked = new Map((await sites()).map((site) => [site.facility, site.is_listed]))
    expect(marked).toEqual(
      new Map([
        ['Example Hospital', false],
        ['Clinique Exemple', true],
      ]),
    )
    await store(withLocations([hospital, clinic], '2030-06-01'))
    const again = await sites()
    expect(again.map(({ site_id, is_listed }) => [site_id, is_listed])).toEqual(
      before.map(({ site_id }) => [site_id, true]),
    )
  })

  test('keep what only this installation knows of them', async () => {
    await store(first)
    const organisation = { organisation_id: crypto.randomUUID(), code: 'ZZ001', name: 'Example Hospital' }
    await database.db.insertInto('organisation').values(organisation).execute()
    const { organisation_id } = organisation
    await database.db
      .updateTable('trial_site')
      .set({ organisation_id, slots: 2, opened_on: '2030-01-01', confirmed_on: '2030-02-01' })
      .where('facility', '=', 'Example Hospital')
      .execute()
    await store(newer)
    expect(await sites()).toMatchObject([
      { organisation_id, slots: 2, opened_on: '2030-01-01', confirmed_on: '2030-02-01' },
      { organisation_id: null, slots: null },
    ])
  })

  test('of a trial at a thousand places are all stored', async () => {
    const many = Array.from({ length: 1001 }, (_, index) => ({ ...hospital, facility: `Example Hospital ${index}` }))
    await store(withLocations(many, '2030-05-01'))
    expect(await sites()).toHaveLength(1001)
  })

  test('without a name say so', async () => {
    await store(withLocations([{ city: 'Exampleton', country: 'United Kingdom' }], '2030-05-01'))
    expect(await sites()).toMatchObject([{ facility: 'Site not named by the registry', city: 'Exampleton' }])
  })
})
