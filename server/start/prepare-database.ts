import { createHash, randomBytes } from 'node:crypto'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { migrateAudited } from '../audit/migrate-audited.ts'
import { writeSystemEvent } from '../audit/write-system-event.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import { checkGate } from '../database/check-gate.ts'
import type { OpenDatabase } from '../database/database-engine.ts'
import { letServiceIn } from '../database/let-service-in.ts'
import { seedDemonstration } from '../scripts/seed/seed-demonstration.ts'
import { keepHomeCountries } from '../trial-store/home-countries-repository.ts'

export interface Preparation {
  readonly database: OpenDatabase
  readonly config: Config
  readonly clock: Clock
  readonly say: (line: string) => void
}

/** What the first start has to tell: demonstration accounts exist, or a link that makes the first administrator. */
export type FirstUse =
  | { readonly kind: 'demonstration' }
  | { readonly kind: 'firstAdministrator'; readonly token: string }
  | { readonly kind: 'inUse' }

const linkMilliseconds = 24 * 60 * 60 * 1000

/** Migrates, then fills an empty database with the demonstration, or prepares the first administrator's link. */
export async function prepareDatabase({ database, config, clock, say }: Preparation): Promise<FirstUse> {
  const { db } = database
  await migrateAudited({ db, clock, onMigration: (name) => say(`Migrated: ${name}`) })
  await letServiceIn(db, config.database)
  await checkGate(database)
  const changed = await db.transaction().execute((trx) => keepHomeCountries(trx, config.homeCountries))
  if (changed > 0) {
    await writeSystemEvent(db, 'command:settings', { at: clock.now(), outcome: 'done', fields: ['HOME_COUNTRIES'] })
    say(
      `Countries to refer to: ${config.homeCountries.join(', ')}. ${changed} trials open or close to patients by that.`,
    )
  }
  const isDemonstration = await db
    .selectFrom('setting')
    .select('name')
    .where('name', '=', 'demonstration')
    .executeTakeFirst()
  if (isDemonstration) return { kind: 'demonstration' }
  const account = await db.selectFrom('account').select('account_id').limit(1).executeTakeFirst()
  if (account) return { kind: 'inUse' }
  if (config.hasDemoData) {
    say('Filling the empty database with the demonstration. All people in it are made up.')
    const asOf = calendarDateInLondon(clock.now())
    await seedDemonstration({ db, asOf, now: clock.now(), say })
    await writeSystemEvent(db, 'command:seed', { at: clock.now(), outcome: 'done' })
    return { kind: 'demonstration' }
  }
  return { kind: 'firstAdministrator', token: await newLink(database, clock.now()) }
}

/** Only the newest link works, and only its hash is kept. */
async function newLink({ db }: OpenDatabase, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expires_at = new Date(now.getTime() + linkMilliseconds)
  const token_hash = createHash('sha256').update(token).digest('hex')
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom('one_time_link').where('used_at', 'is', null).execute()
    await trx
      .insertInto('one_time_link')
      .values({ token_hash, purpose: 'first-administrator', expires_at, used_at: null })
      .execute()
  })
  return token
}
