import type { Kysely } from 'kysely'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { demonstrationSeed, generateDemonstration } from '../../../mocks/data/generate-demonstration.ts'
import type { Database } from '../../database/schema.ts'
import { hashPassword } from '../../passwords/password.ts'
import { rescreenTrialJob } from '../../trial-store/rescreen-trial-job.ts'
import { insertAccounts, insertOrganisations } from './insert-accounts.ts'
import { insertChanges } from './insert-changes.ts'
import { insertDelegations } from './insert-delegations.ts'
import { insertPatients } from './insert-patients.ts'
import { insertReferrals } from './insert-referrals.ts'
import { insertReleases } from './insert-releases.ts'
import { insertTeams } from './insert-teams.ts'
import { insertTrials } from './insert-trials.ts'

export interface SeedOptions {
  readonly db: Kysely<Database>
  /** Another seed gives other people; left out, everybody has the same ones. */
  readonly seed?: number
  readonly asOf: CalendarDate
  readonly now: Date
  readonly say: (line: string) => void
}

/** Fills an empty database with the demonstration, all of it or nothing. */
export async function seedDemonstration({ db, seed = demonstrationSeed, asOf, now, say }: SeedOptions): Promise<void> {
  const data = generateDemonstration({ seed, asOf })
  const password = data.accounts[0]?.password ?? ''
  // Every demonstration account has one published password, so one hash serves all of them.
  const passwordHash = await hashPassword(password)
  await db.transaction().execute(async (trx) => {
    await insertOrganisations(trx, data.organisations)
    await insertAccounts(trx, data.accounts, passwordHash)
    await insertTeams(trx, data.teams, asOf)
    await insertTrials(trx, data)
    await insertDelegations(trx, data.delegations)
    say(`  ${data.organisations.length} organisations, ${data.accounts.length} accounts, ${data.trials.length} trials`)
    const onProgress = (done: number) => say(`  ${done} of ${data.patients.length} patients`)
    await insertPatients(trx, data.patients, { now, asOf, overrides: data.overrides, onProgress })
    await insertChanges(trx, data.changes)
    await insertReferrals(trx, data)
    say(`  ${data.referrals.length} referrals`)
    await insertReleases(trx, data.releases)
    // Every patient was screened against every trial on the way in, so what the trials asked for is done.
    await trx.deleteFrom('job').where('kind', '=', rescreenTrialJob).execute()
    await trx
      .insertInto('setting')
      .values({ name: 'demonstration', value: JSON.stringify({ seed, asOf }) })
      .execute()
  })
}
