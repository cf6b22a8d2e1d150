import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { testInstant } from '../../../tests/support/demonstration-seed.ts'
import { expectProblem } from '../../../tests/support/expect-problem.ts'
import { exampleStudy } from '../../interchange/clinical-trials-gov/example-study.ts'
import { parseStudy } from '../../interchange/clinical-trials-gov/parse-study.ts'
import { storeTrial } from '../../trial-store/store-trial-repository.ts'

type Schemas = components['schemas']

let app: TestApp
let lead: Send

beforeAll(async () => {
  app = await openTestApp()
  lead = await app.signInAs('national-lead')
})
afterAll(() => app.close())

const overview = async () =>
  (await lead({ method: 'GET', url: '/api/recruitment' })).json<Schemas['RecruitmentOverview']>()
const trialOf = async (trialId: string) =>
  (await lead({ method: 'GET', url: `/api/recruitment/${trialId}` })).json<Schemas['TrialRecruitment']>()

async function rated(): Promise<Schemas['RecruitmentRow']> {
  const row = (await overview()).items.find(({ rating }) => rating.kind === 'rated')
  if (!row) throw new Error('The demonstration has no rated trial.')
  return row
}

describe('the overview', () => {
  test('puts the trials furthest behind first and those without a rating last', async () => {
    const { items, asOf } = await overview()
    expect(asOf).toBe('2026-06-15')
    const order = ['red', 'amber', 'green', 'none']
    const colours = items.map(({ rating }) => order.indexOf(rating.colour))
    expect(colours).toEqual(colours.toSorted((a, b) => a - b))
    const ratios = items.flatMap(({ rating }) => (rating.ratio === null ? [] : [rating.ratio]))
    expect(ratios).toEqual(ratios.toSorted((a, b) => a - b))
  })

  test('says of every trial the same as its own page', async () => {
    for (const row of (await overview()).items) expect((await trialOf(row.trialId)).row).toEqual(row)
  })

  test('leaves out a trial of the catalogue that nobody here recruits to', async () => {
    const parsed = parseStudy(exampleStudy)
    if (!('ok' in parsed)) throw new Error('The example is broken.')
    const { db } = app.database
    await db.transaction().execute((trx) => storeTrial(trx, parsed.ok, { now: testInstant }))
    const { trial_id } = await db
      .selectFrom('trial')
      .select('trial_id')
      .where('registry_id', '=', 'NCT09990001')
      .executeTakeFirstOrThrow()
    expect((await overview()).items.map(({ trialId }) => trialId)).not.toContain(trial_id)
    const answer = await lead({ method: 'GET', url: `/api/recruitment/${trial_id}` })
    expectProblem(answer, { status: 404, kind: 'not-found' })
    const trial = (await lead({ method: 'GET', url: `/api/trials/${trial_id}` })).json<Schemas['Trial']>()
    expect(trial.isRecruitmentWatched).toBe(false)
  })
})

describe('one trial', () => {
  test('adds up: its months, its sites and its total are the same number', async () => {
    const { row, months, sites } = await trialOf((await rated()).trialId)
    expect(months.at(-1)?.cumulative).toBe(row.recruited)
    expect(sites.reduce((sum, { recruited }) => sum + (recruited ?? 0), 0)).toBe(row.recruited)
    const monthly = months.reduce((sum, { recruited }) => sum + (recruited ?? 0), 0)
    expect(monthly).toBe(row.recruited)
    expect(row.sentence).toContain(`${row.recruited} recruited of ${row.target}`)
  })

  test('draws the plan from opening to planned close, ending at the target', async () => {
    const { row, targets, targetLine } = await trialOf((await rated()).trialId)
    const plan = targets.findLast(({ agreedOn }) => agreedOn <= '2026-06-15')
    expect(targetLine[0]?.month).toBe(plan?.opensOn.slice(0, 7))
    expect(targetLine.at(-1)).toEqual({ month: plan?.closesOn.slice(0, 7), expectedCumulative: row.target })
  })

  test('is not rated against the registry’s number for the whole world', async () => {
    const { trialId } = await rated()
    await sql`update trial set record = jsonb_set(record, '{globalEnrolment}', '{"count": 4000, "type": "estimated"}')
      where trial_id = ${trialId}`.execute(app.database.db)
    const kept = await app.database.db
      .deleteFrom('recruitment_target')
      .where('trial_id', '=', trialId)
      .returningAll()
      .execute()
    const { row, globalEnrolment, targetLine, months } = await trialOf(trialId)
    expect(globalEnrolment).toBe(4000)
    expect(row).toMatchObject({ target: null, rating: { kind: 'noTarget', ratio: null, colour: 'none' } })
    expect(row.isOverRecruited).toBeNull()
    expect(targetLine).toEqual([])
    expect(months.every(({ expectedCumulative }) => expectedCumulative === null)).toBe(true)
    await app.database.db.insertInto('recruitment_target').values(kept).execute()
  })

  test('takes a new target from the day it is agreed, and keeps the one before', async () => {
    const before = await rated()
    const { targets } = await trialOf(before.trialId)
    const add = (agreed_on: string) =>
      app.database.db
        .insertInto('recruitment_target')
        .values({
          target_id: crypto.randomUUID(),
          trial_id: before.trialId,
          target: 900,
          opens_on: targets[0]?.opensOn ?? '',
          closes_on: targets[0]?.closesOn ?? '',
          agreed_on,
        })
        .execute()
    await add('2026-06-16')
    expect((await trialOf(before.trialId)).row.target).toBe(before.target)
    await add('2026-06-15')
    const after = await trialOf(before.trialId)
    expect(after.row.target).toBe(900)
    expect(after.targets).toHaveLength(targets.length + 2)
  })

  test('shows a month without a return as not known', async () => {
    const { items } = await overview()
    const missing = items.find(({ siteMonthsNotReturned }) => siteMonthsNotReturned > 0)
    const { months } = await trialOf(missing?.trialId ?? '')
    const gaps = months.filter(({ reporting }) => reporting === 'notReturned' || reporting === 'partial')
    expect(gaps.length).toBeGreaterThan(0)
    for (const gap of gaps.filter(({ reporting }) => reporting === 'notReturned')) expect(gap.recruited).toBeNull()
    expect(missing?.sentence).toMatch(/missing|No recruitment figures/)
  })
})
