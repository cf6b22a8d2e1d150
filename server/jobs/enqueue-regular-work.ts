import type { Kysely } from 'kysely'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { inTransaction } from '../database/transaction.ts'
import { isRescreenDue } from '../eligibility/daily-rescreen-repository.ts'
import { jobCaller } from './job-caller.ts'
import { addJob } from './job-repository.ts'

/** The kind of job that screens the whole caseload for a new day. Its subject is the day. */
export const rescreenDayJob = 'rescreen-day'

/** The kind of job that takes away sessions whose time has passed. */
export const expiredSessionsJob = 'expired-sessions'

/** Call it at start and every hour. Work that waits already, or was done for today, is not asked for again. */
export async function enqueueRegularWork(db: Kysely<Database>, clock: Clock): Promise<void> {
  await enqueueDailyRescreen(db, clock)
  await addJob(db, expiredSessionsJob, 'all')
}

/** Asks for the caseload to be screened when a day has begun, a night was missed or newer rules are running. */
export async function enqueueDailyRescreen(db: Kysely<Database>, clock: Clock): Promise<void> {
  const today = calendarDateInLondon(clock.now())
  if (await inTransaction(db, jobCaller, (trx) => isRescreenDue(trx, today))) await addJob(db, rescreenDayJob, today)
}
