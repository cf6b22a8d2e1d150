import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CallerSettings, inTransaction } from '../../server/database/transaction.ts'
import type { Trx } from '../../server/plugins/operation.ts'
import { openTestDatabase, type TestDatabase } from '../support/database-template.ts'
import { demonstrationSeed } from '../support/demonstration-seed.ts'

/* The database alone, without any condition of the application's: what each caller's transaction can see and change. */

/** Tables that name a patient or a referral and are kept by rules of their own, with the test that proves them. */
const withOtherRules = ['audit_event']

/** The team of which the people here are members: every organisation has one of this name. */
const teamName = 'Rare cancer team'

let database: TestDatabase
let teams: ReadonlyMap<string, { readonly teamId: string; readonly organisationId: string }>
let accounts: ReadonlyMap<string, string>

beforeAll(async () => {
  database = await openTestDatabase({ seed: demonstrationSeed() })
  const rows = await database.db
    .selectFrom('team')
    .innerJoin('organisation', 'organisation.organisation_id', 'team.organisation_id')
    .select(['team_id', 'organisation.organisation_id', 'code'])
    .where('team.name', '=', teamName)
    .execute()
  teams = new Map(rows.map((row) => [row.code, { teamId: row.team_id, organisationId: row.organisation_id }]))
  const people = await database.db.selectFrom('account').select(['account_id', 'email']).execute()
  accounts = new Map(people.map(({ email, account_id }) => [email, account_id]))
})
afterAll(() => database.close())

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The demonstration has not what this test needs.')
  return value
}

function somebody(role: string, code = 'ZZ001', more: Partial<CallerSettings> = {}): CallerSettings {
  const { teamId, organisationId } = must(teams.get(code))
  const account = must(accounts.get(`${role}@${code.toLowerCase()}.example`))
  const isClinician = role === 'nurse' || role === 'oncologist'
  return {
    databaseRole: 'app_user',
    organisation: organisationId,
    account,
    role,
    teams: isClinician ? [teamId] : [],
    patients: [],
    ...more,
  }
}

const as = <Result>(caller: CallerSettings, work: (trx: Trx) => Promise<Result>) =>
  inTransaction(database.db, caller, work)

/** Tables with a column that names a patient or a referral. */
async function tablesNaming(column: 'patient_id' | 'referral_id'): Promise<string[]> {
  const { rows } = await sql<{ name: string; is_protected: boolean }>`
    select class.relname as name, class.relrowsecurity as is_protected
    from pg_attribute join pg_class class on class.oid = attrelid join pg_namespace space on space.oid = relnamespace
    where attname = ${column} and relkind = 'r' and nspname = 'public' and not attisdropped`.execute(database.db)
  expect(rows.filter((row) => !row.is_protected)).toEqual([])
  return rows.map(({ name }) => name).filter((name) => !withOtherRules.includes(name))
}

/** Whose rows a statement without any condition finds. */
async function patientsSeen(trx: Trx, table: string): Promise<string[]> {
  const { rows } = await sql<{ patient_id: string }>`select distinct patient_id from ${sql.table(table)}`.execute(trx)
  return rows.map(({ patient_id }) => patient_id).toSorted()
}

/** Those in the care of the team. */
async function patientsOf(code: string): Promise<string[]> {
  const { teamId } = must(teams.get(code))
  const rows = await database.db.selectFrom('patient').select('patient_id').where('team_id', '=', teamId).execute()
  return rows.map(({ patient_id }) => patient_id).toSorted()
}

describe('a statement without any condition', () => {
  it('of a clinician finds the patients of the own teams, in every table that names one', async () => {
    const tables = await tablesNaming('patient_id')
    expect(tables.length).toBeGreaterThan(10)
    for (const code of ['ZZ001', 'ZZ002']) {
      const own = await patientsOf(code)
      for (const table of tables) {
        const all = await patientsSeen(database.db as unknown as Trx, table)
        const seen = await as(somebody('nurse', code), (trx) => patientsSeen(trx, table))
        expect(seen, table).toEqual(all.filter((id) => own.includes(id)))
      }
    }
  })

  it('of somebody of the organisation who is in no team finds nobody', async () => {
    const stranger = somebody('nurse', 'ZZ001', { teams: [] })
    for (const table of await tablesNaming('patient_id')) {
      expect(await as(stranger, (trx) => patientsSeen(trx, table)), table).toEqual([])
    }
  })

  it('of somebody whose team belongs to another organisation finds nobody', async () => {
    const { teamId } = must(teams.get('ZZ002'))
    const astray = somebody('nurse', 'ZZ001', { teams: [teamId] })
    expect(await as(astray, (trx) => patientsSeen(trx, 'patient'))).toEqual([])
  })

  it('finds beside them the one patient whose record was opened, and none of another organisation', async () => {
    const [opened = ''] = await patientsOf('ZZ001')
    const [others = ''] = await patientsOf('ZZ002')
    const helper = somebody('nurse', 'ZZ001', { teams: [], patients: [opened, others] })
    for (const table of ['patient', 'patient_facts', 'observation']) {
      expect(await as(helper, (trx) => patientsSeen(trx, table)), table).toEqual([opened])
    }
  })

  it('finds beside them the patient on whom the person is named, and none of another organisation', async () => {
    const [patientId = ''] = await patientsOf('ZZ001')
    const [others = ''] = await patientsOf('ZZ002')
    const consultant = somebody('oncologist', 'ZZ001', { teams: [], named: [patientId, others] })
    for (const table of ['patient', 'patient_facts', 'observation']) {
      expect(await as(consultant, (trx) => patientsSeen(trx, table)), table).toEqual([patientId])
    }
  })

  it.each(['trust-lead', 'national-lead', 'information-officer', 'administrator'])(
    'of the role %s finds no patient with a team',
    async (role) => {
      const caller = somebody('nurse', 'ZZ001', { role, teams: [] })
      const withTeam = [...teams.keys()].map(patientsOf)
      const ids = (await Promise.all(withTeam)).flat()
      for (const table of await tablesNaming('patient_id')) {
        const seen = await as(caller, (trx) => patientsSeen(trx, table))
        expect(
          seen.filter((id) => ids.includes(id)),
          table,
        ).toEqual([])
      }
    },
  )

  it('of an information officer finds the own patients who have no team yet', async () => {
    const [unassigned = ''] = await patientsOf('ZZ001')
    const [others = ''] = await patientsOf('ZZ002')
    const ofTeam = (teamId: string | null, ids: string[]) =>
      database.db.updateTable('patient').set({ team_id: teamId }).where('patient_id', 'in', ids).execute()
    await ofTeam(null, [unassigned, others])
    const officer = somebody('information-officer', 'ZZ001')
    const waiting = await database.db
      .selectFrom('patient')
      .select('patient_id')
      .where('organisation_id', '=', officer.organisation)
      .where('team_id', 'is', null)
      .orderBy('patient_id')
      .execute()
    expect(waiting.map(({ patient_id }) => patient_id)).toContain(unassigned)
    expect(await as(officer, (trx) => patientsSeen(trx, 'patient'))).toEqual(
      waiting.map(({ patient_id }) => patient_id),
    )
    await ofTeam(must(teams.get('ZZ001')).teamId, [unassigned])
    await ofTeam(must(teams.get('ZZ002')).teamId, [others])
  })
})

describe('a change without any condition', () => {
  it('changes the own patients and nobody else', async () => {
    const own = await patientsOf('ZZ001')
    await as(somebody('oncologist'), (trx) => trx.updateTable('patient').set({ consultant: 'Everybody' }).execute())
    const changed = await database.db
      .selectFrom('patient')
      .select('patient_id')
      .where('consultant', '=', 'Everybody')
      .execute()
    expect(changed.map(({ patient_id }) => patient_id).toSorted()).toEqual(own)
  })

  it('cannot add to the record of somebody else’s patient', async () => {
    const [others = ''] = await patientsOf('ZZ002')
    const adding = as(somebody('nurse'), (trx) =>
      sql`insert into assertion (assertion_id, patient_id, source, recorded_by, recorded_at, category, asserted_on)
        values (gen_random_uuid(), ${others}, 'x', 'x', now(), 'medicines-reviewed', '2026-01-01')`.execute(trx),
    )
    await expect(adding).rejects.toThrow(/row-level security/)
  })

  it.each(['patient_facts', 'candidate_count', 'screening', 'screening_change'])(
    'cannot add to %s for somebody else’s patient what stands for an own one',
    async (table) => {
      const [others = ''] = await patientsOf('ZZ002')
      const adding = as(somebody('nurse'), (trx) =>
        sql`insert into ${sql.table(table)}
          select copy.* from (select to_jsonb(held) as row from ${sql.table(table)} held limit 1) own, jsonb_populate_record(
            null::${sql.table(table)}, own.row || jsonb_build_object('patient_id', ${others}::uuid)) copy`.execute(trx),
      )
      await expect(adding).rejects.toThrow(/row-level security/)
    },
  )

  it('cannot give the caller a membership, or a record of another organisation', async () => {
    const nurse = somebody('nurse', 'ZZ001', { teams: [] })
    const { teamId } = must(teams.get('ZZ001'))
    const joining = as(nurse, (trx) =>
      sql`insert into team_member (membership_id, team_id, account_id, since)
        values (gen_random_uuid(), ${teamId}, ${nurse.account}, '2026-01-01')`.execute(trx),
    )
    await expect(joining).rejects.toThrow(/row-level security/)
    const [others = ''] = await patientsOf('ZZ002')
    const opening = as(nurse, (trx) =>
      sql`insert into emergency_access (access_id, patient_id, organisation_id, account_id, actor_name, role, began_at,
          ends_at, reason_code, reason)
        values (gen_random_uuid(), ${others}, ${nurse.organisation}, ${nurse.account}, 'N', 'nurse', now(),
          now() + interval '1 hour', 'other', 'Because')`.execute(trx),
    )
    await expect(opening).rejects.toThrow(/row-level security/)
  })

  it('cannot hand over a patient of another team', async () => {
    const [patientId = ''] = await patientsOf('ZZ002')
    const { teamId } = must(teams.get('ZZ002'))
    const own = must(teams.get('ZZ001')).teamId
    const { rows } = await as(somebody('nurse'), (trx) =>
      sql<{ done: boolean }>`
        select assign_patient_team(${patientId}::uuid, ${teamId}::uuid, ${own}::uuid, '2026-01-01'::date) as done`.execute(
        trx,
      ),
    )
    expect(rows).toEqual([{ done: false }])
  })
})

it('counts across organisations are read by a role that can change nothing', async () => {
  const counts: CallerSettings = { databaseRole: 'app_counts', organisation: '', account: '', role: '' }
  const seen = await as(counts, (trx) => patientsSeen(trx, 'patient_facts'))
  expect(seen.length).toBeGreaterThan((await patientsOf('ZZ001')).length)
  await expect(as(counts, (trx) => trx.updateTable('patient').set({ consultant: 'X' }).execute())).rejects.toThrow(
    /permission denied/,
  )
})
