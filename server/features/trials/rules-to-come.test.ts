import { afterAll, beforeAll, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { addDays } from '#domain/identity/calendar-date.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { testDay, testInstant } from '../../../tests/support/demonstration-seed.ts'
import { storeTrial } from '../../trial-store/store-trial-repository.ts'

let app: TestApp
let oncologist: Send
beforeAll(async () => {
  app = await openTestApp()
  oncologist = await app.signInAs('oncologist')
})
afterAll(() => app.close())

test.each([
  ['from yesterday on', -1, true],
  ['from today on', 0, true],
  ['from tomorrow on', 1, false],
])('rules that count %s: list and page count the criteria that software checks today', async (_when, days, isUsed) => {
  const { trial_id: trialId, record } = await app.database.db
    .selectFrom('trial')
    .select(['trial_id', 'record'])
    .where('registry_id', '=', 'DEMO-PEN-01')
    .executeTakeFirstOrThrow()
  const effectiveFrom = addDays(testDay, days)
  const encoding = { encodedBy: 'Dr A Example', checkedBy: 'Dr B Example', effectiveFrom }
  const dataDate = addDays(testDay, 10 + days)
  const dates = { ...record.dates, lastUpdated: { on: dataDate, type: 'actual' } as const }
  const [ageRule, ...others] = record.criteria
  // What a registry states in a field of its own is checked whatever the day.
  const criteria = ageRule === undefined ? [] : [{ ...ageRule, origin: 'registry-field' } as const, ...others]
  await app.database.db
    .transaction()
    .execute((trx) => storeTrial(trx, { ...record, encoding, criteria, dates, dataDate }, { now: testInstant }))
  const page = await read<components['schemas']['TrialPage']>('/api/trials?text=penile')
  const row = page.items.find((item) => item.trialId === trialId)
  const trial = await read<components['schemas']['Trial']>(`/api/trials/${trialId}`)
  expect(row).toMatchObject({ criteriaEncoded: isUsed ? criteria.length : 1, criteriaTotal: criteria.length })
  expect(trial.trial.criteriaEncoded).toBe(row?.criteriaEncoded)
  expect(trial.encoding).toMatchObject({ effectiveFrom, isChecked: true, isInForce: isUsed })
})

async function read<Body>(url: string): Promise<Body> {
  const answer = await oncologist({ method: 'GET', url })
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(200)
  return answer.json<Body>()
}
