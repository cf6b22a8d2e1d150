import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { displayDate } from '#domain/identity/date-words.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testDay, testInstant } from '../../tests/support/demonstration-seed.ts'
import { inTransaction } from '../database/transaction.ts'
import type { Trx } from '../plugins/operation.ts'
import { storeTrial } from '../trial-store/store-trial-repository.ts'
import { isRescreenDue, rescreenDaySlice } from './daily-rescreen-repository.ts'
import { type AskedPast, readPastVerdict } from './past-verdict-repository.ts'
import { readPatientsOfTrial } from './patients-of-trial-repository.ts'
import { rescreenTrial } from './screening-repository.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
})
afterAll(() => database.close())

const nobody = { databaseRole: 'app_job', organisation: '', account: '', role: '' } as const
const run = <Result>(work: (trx: Trx) => Promise<Result>) => inTransaction(database.db, nobody, work)
const tomorrow = addDays(testDay, 1)

async function screenEverybody(asOf: CalendarDate, now: Date): Promise<void> {
  let after: string | null = null
  do {
    const from: string | null = after
    after = await run((trx) => rescreenDaySlice(trx, from, 100, { asOf, now }))
  } while (after !== null)
}

async function pastVerdict(
  trx: Trx,
  { patientId, ...asked }: Omit<AskedPast, 'scope' | 'accountId' | 'asOf' | 'from'>,
) {
  const patient = await trx
    .selectFrom('patient')
    .select('organisation_id')
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  const scope = { organisationId: patient.organisation_id, teamIds: [], namedRoles: [], openedPatientIds: [patientId] }
  const reader = { scope, accountId: crypto.randomUUID(), asOf: testDay, from: null }
  return readPastVerdict(trx, { ...asked, patientId, ...reader })
}

/** Every patient's trials counted anew, beside the numbers that were kept up to date. */
async function expectCountsUpToDate(): Promise<void> {
  const { rows } = await sql<{ kept: unknown; counted: unknown }>`
    select array[no_failures_found, needs_clinician, needs_data, not_yet, to_read, not_matched] as kept, array[
      count(*) filter (where outcome = 'noFailuresFound' and not has_text_to_read),
      count(*) filter (where outcome = 'needsClinician' and not has_text_to_read),
      count(*) filter (where outcome = 'needsData' and not has_text_to_read),
      count(*) filter (where outcome = 'notYet' and not has_text_to_read),
      count(*) filter (where outcome <> 'notMatched' and has_text_to_read),
      count(*) filter (where outcome = 'notMatched')]::integer[] as counted
    from candidate_count
    left join screening on screening.patient_id = candidate_count.patient_id and diagnosis_grade <> 'basket'
    group by candidate_count.patient_id`.execute(database.db)
  expect(rows.map(({ kept }) => kept)).toEqual(rows.map(({ counted }) => counted))
}

test('the next day brings rules into use for everybody, and says what has changed', async () => {
  const { trial_id: trialId, record } = await database.db
    .selectFrom('trial')
    .select(['trial_id', 'record'])
    .where('registry_id', '=', 'DEMO-GST-20')
    .executeTakeFirstOrThrow()
  const answers = () =>
    database.db
      .selectFrom('screening')
      .select(['patient_id', 'outcome', 'has_text_to_read'])
      .where('trial_id', '=', trialId)
      .orderBy('patient_id')
      .execute()
  const usual = await answers()
  const encoding = { encodedBy: 'Dr A Example', checkedBy: 'Dr B Example', effectiveFrom: tomorrow }
  const dates = { ...record.dates, lastUpdated: { on: tomorrow, type: 'actual' } as const }
  await database.db
    .transaction()
    .execute((trx) => storeTrial(trx, { ...record, encoding, dates, dataDate: tomorrow }, { now: testInstant }))
  await run(async (trx) => {
    const patientIds = await readPatientsOfTrial(trx, trialId, null, testDay)
    await rescreenTrial(trx, trialId, patientIds, testDay, { at: testInstant })
  })
  const before = await answers()
  const open = before.filter(({ outcome }) => outcome !== 'notMatched')
  expect(open.length).toBeGreaterThan(2)
  await expectCountsUpToDate()
  // Before their day nobody is found to have no failures, or to fail a rule: the text is to be read.
  expect(open.every((row) => row.has_text_to_read && row.outcome !== 'noFailuresFound')).toBe(true)
  expect(new Set(open.map(({ outcome }) => outcome))).not.toContain('notYet')

  const night = new Date(testInstant.getTime() + 86_400_000)
  expect(await inTransaction(database.db, nobody, (trx) => isRescreenDue(trx, tomorrow))).toBe(true)
  await screenEverybody(tomorrow, night)
  const after = await answers()
  await expectCountsUpToDate()
  expect(after.some((row) => !row.has_text_to_read && row.outcome !== 'notMatched')).toBe(true)
  expect(after.map(({ outcome }) => outcome)).not.toEqual(before.map(({ outcome }) => outcome))
  expect(after.map(({ patient_id }) => patient_id)).toEqual(usual.map(({ patient_id }) => patient_id))
  const changes = await database.db
    .selectFrom('screening_change')
    .select(['patient_id', 'from_outcome', 'to_outcome', 'cause', 'because'])
    .where('trial_id', '=', trialId)
    .where('at', '=', night)
    .execute()
  expect(changes.length).toBeGreaterThan(0)
  for (const change of changes) {
    expect(change.cause).toBe('day')
    expect(change.from_outcome).not.toBe(change.to_outcome)
    expect(change.because.length).toBeGreaterThan(0)
    expect(change.because[0]).toMatch(new RegExp(`came into use on ${displayDate(tomorrow)}`, 'u'))
    expect(change.because).not.toContain('A limit of time has been reached')
    // The answer before is worked out without the rules, so that what fails now is told as new.
    if (change.to_outcome === 'notYet') expect(change.because.length).toBeGreaterThan(1)
  }
  expect(changes.map(({ to_outcome }) => to_outcome)).toContain('notYet')

  const patientId = changes[0]?.patient_id ?? ''
  const rulesAt = async (at: Date) => {
    const verdict = await run((trx) => pastVerdict(trx, { patientId, trialId, at }))
    return verdict === null || verdict === 'notHeldYet' ? null : verdict.criteria.map(({ ruleText }) => ruleText)
  }
  expect(new Set(await rulesAt(testInstant))).toEqual(new Set([null]))
  expect(await rulesAt(night)).not.toContain(null)
})
