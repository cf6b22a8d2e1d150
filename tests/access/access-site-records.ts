import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Duty } from '#domain/access/duty.ts'
import type { TestDatabase } from '../support/database-template.ts'
import { testInstant } from '../support/demonstration-seed.ts'
import { type Home, homes } from './access-people.ts'

/** What belongs to the site of each home: a trial that its people of the matrix are on the log of, and one that is elsewhere. */
export interface SiteRecords {
  readonly ownTrialId: string
  readonly othersTrialId: string
  /** A line of somebody else's on the log of the own trial. */
  readonly colleague: { readonly entryId: string; readonly accountId: string }
}

/** @param trialOf the trial of a referral that each home has received */
export async function findSiteRecords(
  database: TestDatabase,
  trialOf: (home: Home) => string,
): Promise<ReadonlyMap<Home, SiteRecords>> {
  const found = new Map<Home, SiteRecords>()
  for (const home of homes) {
    const ownTrialId = trialOf(home)
    await putOnLog(database, { home, trialId: ownTrialId, role: 'site-nurse', duty: 'coordination' })
    await putOnLog(database, { home, trialId: ownTrialId, role: 'investigator', duty: 'principalInvestigator' })
    const { rows } = await sql<{ entryId: string; accountId: string }>`
      select entry_id as "entryId", account_id as "accountId"
      from delegation join account using (account_id)
      where trial_id = ${ownTrialId} and email = ${`site-nurse@${home.toLowerCase()}.example`}
      limit 1`.execute(database.db)
    const [colleague] = rows
    if (colleague === undefined) throw new Error(`Nobody of ${home} is on the log of the trial ${ownTrialId}.`)
    found.set(home, { ownTrialId, othersTrialId: await trialElsewhere(database, home), colleague })
  }
  return found
}

interface NewLine {
  readonly home: Home
  readonly trialId: string
  readonly role: 'site-nurse' | 'investigator'
  readonly duty: Duty
}

async function putOnLog({ db }: TestDatabase, { home, trialId, role, duty }: NewLine): Promise<void> {
  const { account_id, organisation_id } = await db
    .selectFrom('account')
    .select(['account_id', 'organisation_id'])
    .where('email', '=', `matrix.${role}@${home.toLowerCase()}.example`)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('delegation')
    .values({
      entry_id: randomUUID(),
      trial_id: trialId,
      organisation_id: organisation_id ?? '',
      account_id,
      duty,
      starts_on: '2026-06-01',
      ends_on: null,
      entered_at: testInstant,
      entered_by_account_id: null,
      entered_by_name: 'Matrix',
    })
    .execute()
}

/** A trial that was at the site and is not any more, with nothing left of it there. */
async function trialElsewhere({ db }: TestDatabase, home: Home): Promise<string> {
  const { organisation_id } = await db
    .selectFrom('organisation')
    .select('organisation_id')
    .where('code', '=', home)
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ trialId: string }>`
    select trial_id as "trialId" from trial
    where not exists (select from referral where referral.trial_id = trial.trial_id
      and referral.to_organisation_id = ${organisation_id})
    order by trial_id limit 1`.execute(db)
  const trialId = rows[0]?.trialId
  if (trialId === undefined) throw new Error(`Every trial has referrals to ${home}.`)
  await db
    .updateTable('trial_site')
    .set({ organisation_id: null })
    .where('trial_id', '=', trialId)
    .where('organisation_id', '=', organisation_id)
    .execute()
  await db
    .deleteFrom('delegation')
    .where('trial_id', '=', trialId)
    .where('organisation_id', '=', organisation_id)
    .execute()
  return trialId
}
