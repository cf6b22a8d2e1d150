import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Duty } from '#domain/access/duty.ts'
import { type CallerSettings, inTransaction } from '../../server/database/transaction.ts'
import type { Trx } from '../../server/plugins/operation.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { demonstrationSeed } from '../support/demonstration-seed.ts'

/* The database alone, without any condition of the application's: what somebody of a site can see and change. */

let database: TestDatabase
/** Trials of which ZZ002 has received referrals. */
let received: readonly { readonly trialId: string; readonly referralId: string }[]
let people: ReadonlyMap<string, { readonly accountId: string; readonly organisationId: string }>

beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  const accounts = await database.db
    .selectFrom('account')
    .select(['email', 'account_id as accountId', 'organisation_id'])
    .execute()
  people = new Map(
    accounts.map(({ email, accountId, organisation_id }) => [
      email,
      { accountId, organisationId: organisation_id ?? '' },
    ]),
  )
  const { rows } = await sql<{ trialId: string; referralId: string }>`
    select trial_id as "trialId", referral_id as "referralId" from referral
    join organisation on organisation_id = to_organisation_id
    where code = 'ZZ002' and sent_on is not null order by trial_id`.execute(database.db)
  received = rows
})
afterAll(() => database.close())

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The demonstration has not what this test needs.')
  return value
}

function of(role: string, more: Partial<CallerSettings> = {}, code = 'zz002'): CallerSettings {
  const { accountId, organisationId } = must(people.get(`${role}@${code}.example`))
  return { databaseRole: 'app_user', organisation: organisationId, account: accountId, role, ...more }
}

const as = <Result>(caller: CallerSettings, work: (trx: Trx) => Promise<Result>) =>
  inTransaction(database.db, caller, work)

async function referralsSeen(caller: CallerSettings, table = 'referral'): Promise<string[]> {
  const { rows } = await as(caller, (trx) =>
    sql<{ id: string }>`select distinct referral_id as id from ${sql.table(table)}`.execute(trx),
  )
  return rows.map(({ id }) => id).toSorted()
}

describe('a statement without any condition, of somebody at a site', () => {
  it('finds what was sent there for the trials on whose log the person is, and no record', async () => {
    const [first] = received
    const trialId = must(first).trialId
    const expected = received.filter((each) => each.trialId === trialId).map(({ referralId }) => referralId)
    expect(expected.length).toBeLessThan(received.length)
    const nurse = of('site-nurse', { trials: [trialId] })
    expect(await referralsSeen(nurse)).toEqual(expected.toSorted())
    for (const table of ['referral_event', 'shared_record']) {
      expect(await referralsSeen(nurse, table), table).toEqual(expected.toSorted())
    }
    for (const table of ['patient', 'observation']) {
      const { rows } = await as(nurse, (trx) => sql`select patient_id from ${sql.table(table)}`.execute(trx))
      expect(rows, table).toEqual([])
    }
  })

  it('finds nothing for who is on no log, works elsewhere, or has a role without referrals', async () => {
    const trials = received.map(({ trialId }) => trialId)
    expect(await referralsSeen(of('site-nurse'))).toEqual([])
    expect(await referralsSeen(of('investigator', { trials: [] }))).toEqual([])
    const administrator = { ...of('site-nurse', { trials }), role: 'administrator' }
    expect(await referralsSeen(administrator)).toEqual([])
    const elsewhere = of('site-nurse', { trials }, 'zz003')
    const seen = await referralsSeen(elsewhere)
    expect(seen.filter((id) => received.some(({ referralId }) => referralId === id))).toEqual([])
  })

  it('reads the logs of the own site and of no other', async () => {
    const nurse = of('site-nurse')
    const { rows } = await as(nurse, (trx) =>
      sql<{ organisation_id: string }>`select distinct organisation_id from delegation`.execute(trx),
    )
    expect(rows).toEqual([{ organisation_id: nurse.organisation }])
    const oncologist = of('oncologist')
    expect((await as(oncologist, (trx) => trx.selectFrom('delegation').selectAll().execute())).length).toBe(0)
  })

  it('is told the trial of a referral to the own site, and of no other', async () => {
    const [first] = received
    const { referralId, trialId } = must(first)
    const told = async (caller: CallerSettings) => {
      const { rows } = await as(caller, (trx) =>
        sql<{ trial: string | null }>`select received_for_trial(${referralId}) as trial`.execute(trx),
      )
      return rows[0]?.trial
    }
    expect(await told(of('site-nurse'))).toBe(trialId)
    expect(await told(of('site-nurse', {}, 'zz003'))).toBeNull()
    expect(await told(of('oncologist'))).toBeNull()
  })
})

describe('a log', () => {
  const adding = (caller: CallerSettings, duty: Duty, accountId: string) =>
    as(caller, (trx) =>
      sql`insert into delegation (entry_id, trial_id, organisation_id, account_id, duty, starts_on, entered_at,
          entered_by_account_id, entered_by_name)
        values (gen_random_uuid(), ${must(received[0]).trialId}, ${caller.organisation}, ${accountId}, ${duty}, '2027-01-01',
          now(), ${caller.account}, 'N')`.execute(trx),
    )
  const idOf = (role: string, code = 'zz002') => must(people.get(`${role}@${code}.example`)).accountId

  it('is added to by nobody for themselves, nor by who does not keep it', async () => {
    const { trialId } = must(received[0])
    const leader = of('investigator', { trials: [trialId], ledTrials: [trialId] })
    const refused = /row-level security/
    await expect(adding(leader, 'consent', leader.account)).rejects.toThrow(refused)
    await expect(adding(leader, 'principalInvestigator', idOf('site-nurse'))).rejects.toThrow(refused)
    await expect(adding(of('investigator', { trials: [trialId] }), 'consent', idOf('site-nurse'))).rejects.toThrow(
      refused,
    )
    await expect(adding({ ...leader, role: 'site-nurse' }, 'consent', idOf('investigator'))).rejects.toThrow(refused)
    const administrator = { ...of('nurse'), role: 'administrator' }
    await expect(
      adding(
        { ...administrator, organisation: of('nurse', {}, 'zz003').organisation, account: idOf('nurse') },
        'consent',
        idOf('nurse'),
      ),
    ).rejects.toThrow(refused)
    await adding(leader, 'consent', idOf('site-nurse'))
    await adding(administrator, 'principalInvestigator', idOf('investigator'))
  })

  it('is never rewritten or emptied: a line can only be ended, once, by who keeps it or holds it', async () => {
    const nurse = of('site-nurse')
    const changing = (set: ReturnType<typeof sql>) => as(nurse, (trx) => sql`update delegation set ${set}`.execute(trx))
    await expect(changing(sql`duty = 'consent'`)).rejects.toThrow(/permission denied/)
    await expect(changing(sql`ends_on = '2040-01-01'`)).rejects.toThrow(/permission denied/)
    await expect(as(nurse, (trx) => sql`delete from delegation`.execute(trx))).rejects.toThrow(/permission denied/)
    const ending = sql`ended_on = '2026-06-15', ended_at = now(), ended_by_account_id = ${nurse.account},
      ended_by_name = 'N', end_reason = 'Has moved away'`
    await changing(ending)
    const ended = await database.db
      .selectFrom('delegation')
      .select('account_id')
      .where('ended_on', 'is not', null)
      .execute()
    expect(new Set(ended.map(({ account_id }) => account_id))).toEqual(new Set([nurse.account]))
    const again = await as(nurse, (trx) =>
      sql`update delegation set ended_on = null, ended_at = null, ended_by_account_id = null, ended_by_name = null,
        end_reason = null`.execute(trx),
    )
    expect(Number(again.numAffectedRows)).toBe(0)
  })
})
