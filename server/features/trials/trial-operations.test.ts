import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'
import { formFor, get as getReferral, makeDraft, makeSent, sendOff } from '../../../tests/support/referral-steps.ts'
import { exampleStudyWith } from '../../interchange/clinical-trials-gov/example-study.ts'
import { parseStudy } from '../../interchange/clinical-trials-gov/parse-study.ts'
import { storeTrial } from '../../trial-store/store-trial-repository.ts'

type Schemas = components['schemas']
type Page = Schemas['TrialPage']

let app: TestApp
let oncologist: Send

/** Every imported trial here has a sponsor of this name, so that the demonstration's trials can be left out. */
const sponsor = 'Quillfeather Trials Unit'

beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
  await importTrial('NCT09990001', { briefTitle: 'Alpha', conditions: ['Leiomyosarcoma'] })
  await importTrial('NCT09990002', { briefTitle: 'beta', conditions: ['Soft Tissue Sarcoma'], status: 'COMPLETED' })
  await importTrial('NCT09990003', { briefTitle: 'Éclair', conditions: ['Sarcoma'], status: 'SUSPENDED' })
  await importTrial('NCT09990004', { briefTitle: 'Delta', conditions: ['Thymoma'], country: 'France' })
  await importTrial('NCT09990005', { briefTitle: 'Gamma', conditions: ['Zyzzyva syndrome'], updatedOn: undefined })
})
afterAll(() => app.close())

interface Changes {
  readonly briefTitle: string
  readonly conditions: readonly string[]
  readonly status?: string
  readonly country?: string
  readonly updatedOn?: string | undefined
}

async function importTrial(nctId: string, changes: Changes): Promise<void> {
  const { briefTitle, conditions, status = 'RECRUITING', country = 'United Kingdom' } = changes
  const updatedOn = 'updatedOn' in changes ? changes.updatedOn : `2026-0${nctId.at(-1)}-01`
  const parsed = parseStudy(
    exampleStudyWith({
      identificationModule: { nctId, briefTitle, officialTitle: undefined, acronym: undefined },
      statusModule: {
        overallStatus: status,
        lastUpdatePostDateStruct: updatedOn && { date: updatedOn, type: 'ACTUAL' },
      },
      sponsorCollaboratorsModule: { leadSponsor: { name: sponsor, class: 'OTHER' } },
      conditionsModule: { conditions },
      contactsLocationsModule: { locations: [{ facility: `Hospital of ${briefTitle}`, city: 'Exampleton', country }] },
    }),
  )
  if (!('ok' in parsed)) throw new Error(JSON.stringify(parsed.problems))
  await store(parsed.ok)
}

function store(record: TrialRecord) {
  return app.database.db.transaction().execute((trx) => storeTrial(trx, record, { now: testInstant }))
}

async function list(query: Readonly<Record<string, string>>): Promise<Page> {
  const answer = await oncologist({ method: 'GET', url: `/api/trials?${new URLSearchParams(query)}` })
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(200)
  return answer.json<Page>()
}

/** The titles of the imported trials that a query finds. */
async function titles(query: Readonly<Record<string, string>>): Promise<string[]> {
  const { items } = await list({ limit: '100', sort: 'title', ...query })
  return items.filter((row) => row.sponsor === sponsor).map(({ title }) => title)
}

async function show(registryId: string): Promise<Schemas['Trial']> {
  const [row] = (await list({ text: registryId })).items
  return (await oncologist({ method: 'GET', url: `/api/trials/${row?.trialId}` })).json<Schemas['Trial']>()
}

describe('the list', () => {
  test('has open and closed trials, each with the registry’s own word', async () => {
    const { items } = await list({ text: sponsor, sort: 'title' })
    expect(
      items.map(({ title, recruitmentStatus, registryStatus }) => [title, recruitmentStatus, registryStatus]),
    ).toEqual([
      ['Alpha', 'open', 'RECRUITING'],
      ['beta', 'completed', 'COMPLETED'],
      ['Delta', 'open', 'RECRUITING'],
      ['Éclair', 'paused', 'SUSPENDED'],
      ['Gamma', 'open', 'RECRUITING'],
    ])
  })

  test('is divided into open and not open without losing one', async () => {
    expect(await titles({ recruiting: 'open' })).toEqual(['Alpha', 'Delta', 'Gamma'])
    expect(await titles({ recruiting: 'notOpen' })).toEqual(['beta', 'Éclair'])
    const [all, open, closed] = await Promise.all([
      list({}),
      list({ recruiting: 'open' }),
      list({ recruiting: 'notOpen' }),
    ])
    expect(open.total.count + closed.total.count).toBe(all.total.count)
  })

  test('by country finds trials with a site there', async () => {
    expect(await titles({ country: 'FR' })).toEqual(['Delta'])
    expect(await titles({ country: 'GB' })).toEqual(['Alpha', 'beta', 'Éclair', 'Gamma'])
    expect(await titles({ country: 'AQ' })).toEqual([])
  })

  test.each([
    ['a word of the title', 'alph', ['Alpha']],
    ['the title without its accent', 'eclair', ['Éclair']],
    ['the registry’s identifier in small letters', 'nct09990004', ['Delta']],
    ['the sponsor', 'quillfeather', ['Alpha', 'beta', 'Delta', 'Éclair', 'Gamma']],
    ['a condition that is nowhere else', 'zyzzyva', ['Gamma']],
    ['a word of the title and one of the condition', 'gamma syndrome', ['Gamma']],
    ['words of different trials', 'alpha beta', []],
  ])('by text finds %s', async (_, text, expected) => {
    expect(await titles({ text })).toEqual(expected)
  })

  test('by cancer type finds trials for the type, its parts and the wider groups that include it', async () => {
    const leiomyosarcoma = 'sa-lms'
    expect(await titles({ cancerTypeId: leiomyosarcoma })).toEqual(['Alpha', 'beta', 'Éclair'])
    expect(await titles({ cancerTypeId: 'sarcoma' })).toEqual(['Alpha', 'beta', 'Éclair'])
    const wide = (await list({ cancerTypeId: 'sarcoma' })).total.count
    expect((await list({ cancerTypeId: leiomyosarcoma })).total.count).toBeLessThan(wide)
    expect(await titles({ cancerTypeId: 'th-thymoma' })).toEqual(['Delta'])
  })

  test('joins its filters', async () => {
    expect(await titles({ cancerTypeId: 'sarcoma', recruiting: 'open', country: 'GB' })).toEqual(['Alpha'])
  })

  test('counts the sites, and those open at home', async () => {
    const { items } = await list({ text: sponsor, sort: 'title' })
    expect(items.map(({ siteCount, openSitesAtHome }) => [siteCount, openSitesAtHome])).toEqual([
      [1, 1],
      [1, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ])
  })

  test.each(['lastUpdated', 'title'])(
    'by %s is paged forward and back without losing or repeating one',
    async (sort) => {
      const asked = { sort, limit: '4' }
      const pages = [await list(asked)]
      for (let page = pages[0]; page && page.next !== null; page = pages.at(-1)) {
        pages.push(await list({ ...asked, after: page.next }))
      }
      const rows = pages.flatMap(({ items }) => items)
      expect(rows).toEqual((await list({ sort, limit: '100' })).items)
      expect(new Set(rows.map(({ trialId }) => trialId)).size).toBe(pages[0]?.total.count)
      expect(pages[0]?.previous).toBeNull()
      for (let at = pages.length - 1; at > 0; at -= 1) {
        const back = await list({ ...asked, before: pages[at]?.previous ?? '' })
        expect(back.items, `page ${at}`).toEqual(pages[at - 1]?.items)
      }
    },
  )

  test('by last update has the newest first', async () => {
    const days = (await list({ limit: '100' })).items.map(({ lastUpdatedOn }) => lastUpdatedOn ?? '')
    expect(days).toEqual(days.toSorted().toReversed())
  })
})

describe('one trial', () => {
  test('shows its criteria in both forms, the text word for word', async () => {
    const { criteria, conditions, enrolment, dates } = await show('NCT09990001')
    expect(conditions).toEqual(['Leiomyosarcoma'])
    expect(enrolment).toEqual({ count: 120, isEstimated: true })
    expect(dates).toContainEqual({ label: 'Start', on: '2029-05', isEstimated: false })
    expect(criteria.find(({ text }) => text === 'Minimum age: 16 Years')?.ruleText).toBe('aged at least 16 years')
    const platelets = criteria.find(({ text }) => text.startsWith('Platelets'))
    expect(platelets).toMatchObject({
      kind: 'inclusion',
      text: 'Platelets >= 100 x 10^9/L',
      rule: null,
      ruleText: null,
    })
    expect(criteria.find(({ text }) => text === 'Pregnancy')?.kind).toBe('exclusion')
  })

  test('names its versions, the newest first', async () => {
    const record = (await recordOf('NCT09990005')) as TrialRecord
    await store({ ...record, title: 'Gamma, amended', dataDate: '2031-01-01' })
    const { versions, trial } = await show('NCT09990005')
    expect(trial.title).toBe('Gamma, amended')
    expect(versions.map(({ version, dataDate }) => [version, dataDate])).toEqual([
      [2, '2031-01-01'],
      [1, '2030-03-01'],
    ])
  })

  test('says which sites can receive a referral, and how far they are', async () => {
    const { rows } = await sql<{ trial_id: string }>`
      select trial_id from trial_site join organisation using (organisation_id)
      where code = 'ZZ002' limit 1`.execute(app.database.db)
    const answer = await oncologist({ method: 'GET', url: `/api/trials/${rows[0]?.trial_id}` })
    const { sites } = answer.json<Schemas['Trial']>()
    const theirs = sites.find(({ organisation }) => organisation?.code === 'ZZ002')
    expect(theirs).toMatchObject({ canReceive: true, isStatusStated: true })
    expect(theirs?.distanceKm).toBeGreaterThan(0)
    const [imported] = (await show('NCT09990001')).sites
    expect(imported).toMatchObject({ canReceive: false, organisation: null, distanceKm: null })
  })
})

const recordOf = async (registryId: string) =>
  (await app.database.db.selectFrom('trial').select('record').where('registry_id', '=', registryId).executeTakeFirst())
    ?.record

describe('a site that the registry lists no longer', () => {
  test('is shown on no trial and takes no referral, and referrals made to it keep it', async () => {
    const { pair, referral } = await makeSent(app.database, oncologist)
    const draft = await makeDraft(app.database, oncologist)
    expect(draft.pair.trialId).toBe(pair.trialId)
    const { registry_id } = await app.database.db
      .selectFrom('trial')
      .select('registry_id')
      .where('trial_id', '=', pair.trialId)
      .executeTakeFirstOrThrow()
    const { site_key } = await app.database.db
      .selectFrom('trial_site')
      .select('site_key')
      .where('site_id', '=', pair.siteId)
      .executeTakeFirstOrThrow()
    const record = (await recordOf(registry_id)) as TrialRecord
    const sites = record.sites.filter(({ siteKey }) => siteKey !== site_key)
    expect(await store({ ...record, sites, dataDate: '2031-01-01' })).toBe('changed')

    expect((await show(registry_id)).sites.map(({ siteId }) => siteId)).not.toContain(pair.siteId)
    const kept = await getReferral(oncologist, referral.referral.referralId)
    expect(kept.json<Schemas['Referral']>().referral.site).toEqual(referral.referral.site)
    const refused = await sendOff(oncologist, draft.referral, formFor(draft.pair))
    expect(refused.statusCode, refused.body.slice(0, 400)).toBe(400)
  })
})

describe('possible patients of mine', () => {
  test('are paged by how close they are to joining, the excluded only where asked for', async () => {
    const { rows } = await sql<{ trial_id: string }>`
      select trial_id from screening join organisation using (organisation_id)
      where code = 'ZZ001' group by trial_id order by count(*) desc limit 1`.execute(app.database.db)
    const url = `/api/trials/${rows[0]?.trial_id}/patients`
    const first = (await oncologist({ method: 'GET', url: `${url}?limit=3` })).json<Schemas['TrialPatientPage']>()
    const all = [...first.items]
    for (let next = first.next; next !== null; ) {
      const answer = await oncologist({ method: 'GET', url: `${url}?limit=3&after=${next}` })
      const page = answer.json<Schemas['TrialPatientPage']>()
      all.push(...page.items)
      next = page.next
    }
    const order = ['noFailuresFound', 'needsClinician', 'needsData', 'notYet']
    const outcomes = all.map(({ outcome }) => order.indexOf(outcome))
    expect(outcomes).toEqual(outcomes.toSorted((a, b) => a - b))
    expect(outcomes).not.toContain(-1)
    expect(new Set(all.map(({ patientId }) => patientId)).size).toBe(all.length)
    const { notMatched, ...rest } = first.counts
    expect(all).toHaveLength(Object.values(rest).reduce((sum, count) => sum + count, 0))
    const excluded = await oncologist({ method: 'GET', url: `${url}?outcome=notMatched&limit=100` })
    const { items } = excluded.json<Schemas['TrialPatientPage']>()
    expect(items).toHaveLength(Math.min(notMatched, 100))
    for (const { blocking, blockingFindings } of items) {
      expect(blocking.length).toBeGreaterThan(0)
      expect(blockingFindings.map(({ text }) => text)).toEqual(expect.arrayContaining(blocking))
    }
  })

  test('of a trial that does not exist are not found', async () => {
    const answer = await oncologist({ method: 'GET', url: `/api/trials/${crypto.randomUUID()}/patients` })
    expectProblem(answer, { status: 404, kind: 'not-found' })
  })
})
