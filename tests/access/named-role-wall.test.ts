import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CallerSettings } from '../../server/database/transaction.ts'
import { inTransaction } from '../../server/database/transaction.ts'
import type { Trx } from '../../server/plugins/operation.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { demonstrationSeed } from '../support/demonstration-seed.ts'

/* The database alone: who can name whom on a patient, whatever the application forgets. */

interface Place {
  readonly teamId: string
  readonly organisationId: string
  readonly patientId: string
  readonly accounts: ReadonlyMap<string, string>
}

let database: TestDatabase
let here: Place
let there: Place

beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  here = await placeOf('ZZ001')
  there = await placeOf('ZZ002')
})
afterAll(() => database.close())

async function placeOf(code: string): Promise<Place> {
  const { db } = database
  const { team_id, organisation_id } = await db
    .selectFrom('team')
    .innerJoin('organisation', 'organisation.organisation_id', 'team.organisation_id')
    .select(['team_id', 'organisation.organisation_id'])
    .where('code', '=', code)
    .where('team.name', '=', 'Rare cancer team')
    .executeTakeFirstOrThrow()
  const { patient_id } = await db
    .selectFrom('patient')
    .select('patient_id')
    .where('team_id', '=', team_id)
    .executeTakeFirstOrThrow()
  const accounts = await db
    .selectFrom('account')
    .select(['role', 'account_id'])
    .where('organisation_id', '=', organisation_id)
    .execute()
  return {
    teamId: team_id,
    organisationId: organisation_id,
    patientId: patient_id,
    accounts: new Map(accounts.map(({ role, account_id }) => [role, account_id])),
  }
}

function accountOf(role: string, { accounts }: Place = here): string {
  const id = accounts.get(role)
  if (id === undefined) throw new Error(`Nobody has the role ${role}.`)
  return id
}

function somebody(role: string, more: Partial<CallerSettings> = {}): CallerSettings {
  const own = { organisation: here.organisationId, account: accountOf(role), role }
  return { databaseRole: 'app_user', ...own, teams: [], named: [], patients: [], ...more }
}

const as = <Result>(caller: CallerSettings, work: (trx: Trx) => Promise<Result>) =>
  inTransaction(database.db, caller, work)

interface Naming {
  readonly patientId?: string
  readonly accountId?: string
  readonly organisationId?: string
}

/** Tries to name somebody and takes it back, so that the tests do not meet each other. */
async function names(caller: CallerSettings, naming: Naming = {}): Promise<string> {
  const { patientId = here.patientId, accountId = accountOf('nurse'), organisationId = here.organisationId } = naming
  try {
    await as(caller, async (trx) => {
      await insert(trx, { patientId, accountId, organisationId, by: caller.account })
      throw new Error('named')
    })
    return ''
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
}

async function insert(trx: Trx, row: Required<Naming> & { readonly by: string }): Promise<string> {
  const namedRoleId = randomUUID()
  await sql`
    insert into named_role (named_role_id, patient_id, organisation_id, account_id, care_role, starts_on, reason,
      entered_at, entered_by_account_id, entered_by_name)
    values (${namedRoleId}, ${row.patientId}, ${row.organisationId}, ${row.accountId}, 'namedNurse', '2026-06-15', 'Why',
      now(), ${row.by}, 'Somebody')`.execute(trx)
  return namedRoleId
}

const refused = /row-level security/
const member = () => somebody('oncologist', { teams: [here.teamId] })

describe('people are named', () => {
  it('by a member of the team, on a patient of the team', async () => {
    expect(await names(member())).toBe('named')
  })

  it('by nobody from outside the team: not who is named there, who has opened the record, or who is told of no team', async () => {
    const outside = [{}, { named: [here.patientId] }, { patients: [here.patientId] }]
    for (const more of outside) {
      const caller = somebody('oncologist', more)
      expect(await names(caller, { accountId: caller.account })).toMatch(refused)
      expect(await names(caller)).toMatch(refused)
    }
  })

  it('by nobody with another role, were the account told to be in the team', async () => {
    for (const role of ['trust-lead', 'information-officer', 'site-nurse']) {
      expect(await names(somebody(role, { teams: [here.teamId] })), role).toMatch(refused)
    }
  })

  it('by the information officer while no team looks after the patient', async () => {
    const set = (team_id: string | null) =>
      database.db.updateTable('patient').set({ team_id }).where('patient_id', '=', here.patientId).execute()
    await set(null)
    expect(await names(somebody('information-officer'))).toBe('named')
    await set(here.teamId)
  })

  it('from the same organisation only, clinicians only, and on no patient of another', async () => {
    expect(await names(member(), { accountId: accountOf('nurse', there) })).toMatch(refused)
    expect(await names(member(), { accountId: accountOf('trust-lead') })).toMatch(refused)
    expect(await names(member(), { patientId: there.patientId })).toMatch(refused)
    expect(await names(member(), { patientId: there.patientId, organisationId: there.organisationId })).toMatch(refused)
  })
})

describe('a role that stands', () => {
  it('is ended once, and never changed, lengthened or taken away', async () => {
    const id = await as(member(), (trx) =>
      insert(trx, {
        patientId: here.patientId,
        accountId: accountOf('nurse'),
        organisationId: here.organisationId,
        by: accountOf('oncologist'),
      }),
    )
    for (const change of [sql`update named_role set ends_on = '2030-01-01'`, sql`delete from named_role`]) {
      await expect(as(member(), (trx) => change.execute(trx))).rejects.toThrow(/permission denied/)
    }
    const end = (caller: CallerSettings) =>
      as(caller, async (trx) => {
        const { numAffectedRows } = await sql`
          update named_role set ended_on = '2026-06-16', ended_at = now(), ended_by_account_id = ${caller.account},
            ended_by_name = 'Somebody', end_reason = 'Over' where named_role_id = ${id}`.execute(trx)
        return numAffectedRows
      })
    expect(await end(somebody('oncologist', { named: [here.patientId] }))).toBe(0n)
    expect(await end(somebody('nurse', { named: [here.patientId] }))).toBe(1n)
    expect(await end(member())).toBe(0n)
  })
})
