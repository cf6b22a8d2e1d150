import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditRows } from '../../../tests/support/audit-rows.ts'
import { openTestApp, type Send, type TestApp } from '../../../tests/support/build-app.ts'
import { type CallerSettings, type DatabaseRole, inTransaction } from '../../database/transaction.ts'

let app: TestApp
let officer: Send
beforeAll(async () => {
  app = await openTestApp()
  officer = await app.signInAs('information-officer')
})
afterAll(() => app.close())

const as = (databaseRole: DatabaseRole, more: Partial<CallerSettings> = {}): CallerSettings => ({
  databaseRole,
  organisation: '',
  account: '',
  role: '',
  ...more,
})
const run = (settings: CallerSettings, statement: ReturnType<typeof sql>) =>
  inTransaction(app.database.db, settings, (trx) => statement.execute(trx))
const entries = () => app.database.db.selectFrom('release_entry').selectAll().orderBy('release_id').execute()
const payload = {
  releasedOn: '2026-06-15',
  released: 'Counts of patients by cancer group',
  recipient: '=HYPERLINK("http://bad.example")',
  purpose: 'To plan trials',
  legalBasis: 'Anonymous numbers',
  expectedBenefit: 'Trials nearer to home',
}
const add = (headers = { 'idempotency-key': randomUUID() }) =>
  officer({ method: 'POST', url: '/api/releases', payload, headers })

describe('the register of releases', () => {
  test.each(['app_user', 'app_job', 'app_counts', 'owner'] as const)(
    'can be changed, emptied or shortened by nobody, nor by the role %s',
    async (role) => {
      const before = await entries()
      for (const statement of [
        sql`update release_entry set recipient = 'nobody'`,
        sql`delete from release_entry`,
        sql`truncate release_entry`,
      ]) {
        await expect(run(as(role), statement)).rejects.toThrow(/permission denied|only ever added/)
      }
      expect(await entries()).toEqual(before)
      expect(before).toHaveLength(2)
    },
  )

  test('is added to in the database only as an officer, for the own organisation and in the own name', async () => {
    const [known] = await entries()
    if (!known) throw new Error('The demonstration has no release.')
    const own = { account: known.recorded_by, organisation: known.organisation_id, role: 'information-officer' }
    const insert = (account: string, organisation: string) => sql`
      insert into release_entry (release_id, organisation_id, released_on, released, recipient, purpose, legal_basis,
        expected_benefit, recorded_by, recorded_at)
      values (${randomUUID()}, ${organisation}, '2026-06-01', 'a', 'b', 'c', 'd', 'e', ${account}, now())`
    const other = await app.database.db
      .selectFrom('account')
      .select(['account_id', 'organisation_id'])
      .where('organisation_id', '<>', known.organisation_id)
      .executeTakeFirstOrThrow()
    const attempts = [
      [as('app_user', { ...own, role: 'nurse' }), insert(own.account, own.organisation)],
      [as('app_user', own), insert(other.account_id, own.organisation)],
      [as('app_user', own), insert(own.account, other.organisation_id ?? '')],
      [as('app_user'), insert(own.account, own.organisation)],
    ] as const
    for (const [settings, statement] of attempts) {
      await expect(run(settings, statement)).rejects.toThrow(/row-level security/)
    }
    await expect(run(as('app_job'), insert(own.account, own.organisation))).rejects.toThrow(/permission denied/)
    expect(await entries()).toHaveLength(2)
  })

  test('an addition is in the audit log, with the names of its fields and without their words', async () => {
    const answer = await add()
    expect(answer.statusCode, answer.body).toBe(201)
    const written = (await auditRows(app.database.db)).filter(({ operation }) => operation === 'addRelease')
    expect(written).toHaveLength(1)
    expect(written[0]).toMatchObject({
      action: 'change',
      outcome: 'done',
      role: 'information-officer',
      patient_ids: [],
    })
    expect(written[0]?.fields).toContain('recipient')
    expect(JSON.stringify(written)).not.toContain('HYPERLINK')
  })

  test('of two corrections at once one counts, and the other is told', async () => {
    const { releaseId } = (await add()).json<{ releaseId: string }>()
    const correction = () =>
      officer({
        method: 'POST',
        url: `/api/releases/${releaseId}/correction`,
        payload: { ...payload, reason: 'The recipient was wrong' },
        headers: { 'idempotency-key': randomUUID() },
      })
    const answers = await Promise.all([correction(), correction()])
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([201, 409])
  })

  test('an entry of another organisation is not there to be corrected', async () => {
    const elsewhere = await app.database.db
      .selectFrom('account')
      .select('account_id')
      .where('email', '=', 'nurse@zz002.example')
      .executeTakeFirstOrThrow()
    await app.database.db
      .updateTable('account')
      .set({ role: 'information-officer' })
      .where('account_id', '=', elsewhere.account_id)
      .execute()
    const send = await app.signInAs('nurse', 'ZZ002')
    const [known] = await entries()
    const answer = await send({
      method: 'POST',
      url: `/api/releases/${known?.release_id}/correction`,
      payload: { ...payload, reason: 'It is not ours' },
      headers: { 'idempotency-key': randomUUID() },
    })
    expect(answer.statusCode, answer.body).toBe(404)
  })
})
