import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'

type Schemas = components['schemas']

let app: TestApp
let oncologist: Send
beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
})
afterAll(() => app.close())

const registryId = 'DEMO-PEN-01'

/** How many sites are open in the catalogue and on the page, and what the page says of each. */
async function shown() {
  const listed = await oncologist({ method: 'GET', url: '/api/trials?limit=100' })
  const row = listed.json<Schemas['TrialPage']>().items.find((each) => each.registryId === registryId)
  const page = await oncologist({ method: 'GET', url: `/api/trials/${row?.trialId}` })
  const { trial, sites } = page.json<Schemas['Trial']>()
  return {
    listed: row?.openSitesAtHome,
    onPage: trial.openSitesAtHome,
    sites: sites.map(({ effectiveStatus }) => effectiveStatus),
  }
}

async function setCohorts(...statuses: RecruitmentStatus[]): Promise<void> {
  const trial = app.database.db.selectFrom('trial').select('record').where('registry_id', '=', registryId)
  const { record } = await trial.executeTakeFirstOrThrow()
  const cohorts = statuses.map((recruitmentStatus, place) => ({ name: `Cohort ${place}`, recruitmentStatus }))
  await app.database.db
    .updateTable('trial')
    .set({ record: JSON.stringify({ ...record, cohorts }) })
    .where('registry_id', '=', registryId)
    .execute()
}

test('a trial has no open site while every cohort is paused or closed, in the catalogue as on its page', async () => {
  const before = await shown()
  expect(before.listed).toBe(before.onPage)
  expect(before.listed).toBe(before.sites.filter((status) => status === 'open').length)
  expect(before.listed).toBeGreaterThan(0)

  await setCohorts('paused', 'closed-to-recruitment')
  const paused = await shown()
  expect(paused).toMatchObject({ listed: 0, onPage: 0 })
  expect(paused.sites).toContain('paused')
  expect(paused.sites).not.toContain('open')

  await setCohorts('paused', 'open')
  expect(await shown()).toEqual(before)
})
