import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '#domain/identity/calendar-date.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testDay } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import { screenPatients } from './screening-repository.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
afterAll(() => database.close())

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const

test('a judgement of a clinician that has lapsed is told on that day and once, whatever else is open', async () => {
  // Given the evening before the day of the demonstration; a judgement holds for 28 days.
  const pair = await database.db
    .selectFrom('screening')
    .select(['patient_id', 'trial_id', 'organisation_id'])
    .where('is_set_by_clinician', '=', true)
    .where('outcome', '=', 'noFailuresFound')
    .executeTakeFirstOrThrow()
  const screenedAfter = async (days: number) => {
    const asOf = addDays(testDay, days)
    const at = new Date(`${asOf}T01:00:00Z`)
    await inTransaction(database.db, nobody, (trx) =>
      screenPatients(trx, [pair.patient_id], asOf, { at, cause: 'day' }),
    )
    const changes = await database.db
      .selectFrom('screening_change')
      .select(['kind', 'to_outcome', 'because', 'organisation_id'])
      .where('patient_id', '=', pair.patient_id)
      .where('trial_id', '=', pair.trial_id)
      .where('at', '=', at)
      .execute()
    return changes.filter(({ kind }) => kind === 'toLookAgain')
  }
  expect(await screenedAfter(27)).toEqual([])
  expect(await screenedAfter(28)).toMatchObject([
    {
      kind: 'toLookAgain',
      to_outcome: expect.stringMatching(/^needs/),
      organisation_id: pair.organisation_id,
      because: [expect.stringMatching(/^Set to “met” by .*, to be looked at again: Fit for /)],
    },
  ])
  expect(await screenedAfter(29)).toEqual([])
})
