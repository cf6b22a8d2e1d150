import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSystemEvents, auditRows } from '../../tests/support/audit-rows.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { type CallerSettings, type DatabaseRole, inTransaction } from '../database/transaction.ts'
import { type AuditEvent, noSubjects } from './audit-event.ts'
import { addAuditEvent } from './audit-event-repository.ts'
import { sealAll } from './run-sealer.ts'

let database: TestDatabase
const clock = { now: () => new Date('2026-06-15T08:00:00Z') }
const nurse = { accountId: randomUUID(), name: 'A nurse', role: 'nurse', organisationId: randomUUID() } as const

beforeAll(async () => {
  database = await openTestDatabase()
  await addSystemEvents(database.db, 3)
  await sealAll({ db: database.db, clock })
})
afterAll(() => database.close())

const as = (databaseRole: DatabaseRole, more: Partial<CallerSettings> = {}): CallerSettings => ({
  databaseRole,
  organisation: '',
  account: '',
  role: '',
  ...more,
})
const run = (settings: CallerSettings, statement: ReturnType<typeof sql>) =>
  inTransaction(database.db, settings, (trx) => statement.execute(trx))

const event = (more: Partial<AuditEvent> = {}): AuditEvent => ({
  at: clock.now(),
  actor: { kind: 'person', ...nurse },
  operation: 'getPatient',
  action: 'view',
  outcome: 'done',
  request: { requestId: randomUUID(), sessionRef: null, address: '192.0.2.1' },
  basis: 'directCare',
  subjects: noSubjects,
  count: null,
  fields: [],
  reason: null,
  ...more,
})

describe('what was written stays', () => {
  const statements = [
    sql`update audit_event set operation = 'nothing'`,
    sql`delete from audit_event`,
    sql`truncate audit_event cascade`,
    sql`update audit_link set hash = ''`,
    sql`delete from audit_link`,
    sql`truncate audit_link`,
    sql`delete from audit_head`,
    sql`truncate audit_head`,
    sql`update audit_head set position = position - 1`,
    sql`update audit_head set hash = 'another'`,
  ]
  test.each(['app_user', 'app_job', 'app_counts', 'owner'] as const)('also before the role %s', async (role) => {
    const before = await auditRows(database.db)
    for (const statement of statements) {
      await expect(run(as(role), statement)).rejects.toThrow(/permission denied|only ever added|only grows/)
    }
    expect(await auditRows(database.db)).toEqual(before)
  })
})

describe('a request', () => {
  const own = as('app_user', { account: nurse.accountId, organisation: nurse.organisationId, role: 'nurse' })
  const write = (settings: CallerSettings, written: AuditEvent) =>
    inTransaction(database.db, settings, (trx) => addAuditEvent(trx, written))

  test('writes as the person who asks', async () => {
    await write(own, event({ operation: 'getHome' }))
    const [written] = (await auditRows(database.db)).filter(({ operation }) => operation === 'getHome')
    expect(written).toMatchObject({
      actor_account_id: nurse.accountId,
      actor_name: 'A nurse',
      role: 'nurse',
      organisation_ids: [nurse.organisationId],
      address: '192.0.2.1',
    })
  })

  test('cannot write as somebody else, as nobody or as the system', async () => {
    const other = { ...nurse, accountId: randomUUID() }
    for (const actor of [{ kind: 'person', ...other }, { kind: 'nobody' }, { kind: 'system' }] as const) {
      await expect(write(own, event({ actor }))).rejects.toThrow(/row-level security/)
    }
  })

  test('adds no link and does not move the head', async () => {
    await expect(run(own, sql`select * from audit_link`)).rejects.toThrow(/permission denied/)
    await expect(run(own, sql`update audit_head set position = 99`)).rejects.toThrow(/permission denied/)
  })

  test('reads nothing, unless for a privacy officer, who reads what concerns the own organisation', async () => {
    const counted = async (role: string, organisation: string) => {
      const { rows } = await inTransaction(database.db, as('app_user', { role, organisation }), (trx) =>
        sql<{ operation: string }>`select distinct operation from audit_event order by operation`.execute(trx),
      )
      return rows.map(({ operation }) => operation)
    }
    expect(await counted('nurse', nurse.organisationId)).toEqual([])
    expect(await counted('administrator', '')).toEqual([])
    expect(await counted('privacy-officer', randomUUID())).toEqual([])
    expect(await counted('privacy-officer', nurse.organisationId)).toEqual(['getHome'])
    expect(await counted('privacy-officer', '')).toEqual(['getHome', 'job:test-0', 'job:test-1', 'job:test-2'])
  })

  test('that is undone leaves no event', async () => {
    const undone = inTransaction(database.db, own, async (trx) => {
      await addAuditEvent(trx, event({ operation: 'undone' }))
      throw new Error('it went wrong')
    })
    await expect(undone).rejects.toThrow('it went wrong')
    expect((await auditRows(database.db)).map(({ operation }) => operation)).not.toContain('undone')
  })
})
