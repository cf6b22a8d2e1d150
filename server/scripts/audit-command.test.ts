import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addSystemEvents, auditRows, lastAuditSequence } from '../../tests/support/audit-rows.ts'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { sealAll } from '../audit/run-sealer.ts'
import { commandRunner, commands } from './command-runner.ts'

const clock = { now: () => new Date('2026-06-15T08:00:00Z') }

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
  await addSystemEvents(database.db, 5, clock.now())
  await sealAll({ db: database.db, clock })
})
afterAll(() => database.close())

/** As a script asks the server that holds the directory. */
async function run(...args: readonly string[]) {
  const said = { stdout: '', stderr: '' }
  const output = {
    stdout: (text: string) => {
      said.stdout += text
    },
    stderr: (text: string) => {
      said.stderr += text
    },
  }
  const runner = commandRunner(clock)
  runner.open(database)
  const [command = '', ...rest] = args
  const exitCode = await runner.run({ command, args: rest, cwd: '/' }, output, new AbortController().signal)
  return { exitCode, ...said }
}

describe('audit verify', () => {
  test('says that the log is whole and what to write down, which it then takes', async () => {
    const whole = await run('audit', 'verify')
    expect(whole).toMatchObject({ exitCode: 0, stderr: '' })
    expect(whole.stdout).toContain('The audit log is whole: 5 events, each linked to the one before.\n')
    expect(whole.stdout).toContain('1 events of the last moments wait for their link.\n')
    const [, head = ''] = /--head (5:[0-9a-f]{64})\n/.exec(whole.stdout) ?? []
    expect(await run('audit', 'verify', '--head', head)).toMatchObject({ exitCode: 0, stderr: '' })
    const other = await run('audit', 'verify', '--head', `5:${'0'.repeat(64)}`)
    expect(other).toMatchObject({ exitCode: 1, stdout: '' })
    expect(other.stderr).toContain('The audit log is broken at link 5.')
  })

  test('names the first broken link and fails', async () => {
    const setOperation = (operation: string) =>
      database.db.transaction().execute(async (trx) => {
        await sql`set local session_replication_role = replica`.execute(trx)
        await sql`update audit_event set operation = ${operation} where operation in ('job:test-2', 'job:nothing')`.execute(
          trx,
        )
      })
    await setOperation('job:nothing')
    try {
      const broken = await run('audit', 'verify')
      expect(broken).toMatchObject({ exitCode: 1, stdout: '' })
      expect(broken.stderr).toMatch(/^The audit log is broken at link 3\. Its event [0-9a-f-]{36} of 2026-06-15T08/)
    } finally {
      await setOperation('job:test-2')
    }
  })

  test.each([[[]], [['prove']], [['verify', '--head', '5']], [['verify', '--tail', '1']], [['verify', 'it']]])(
    'tells how to ask it, asked %j',
    async (args) => {
      const wrong = await run('audit', ...args)
      expect(wrong).toMatchObject({ exitCode: 2, stdout: '' })
      expect(wrong.stderr).toContain('Usage: npm run audit -- verify')
    },
  )
})

describe('every command', () => {
  test('leaves its name when it begins and when it ends, and of its arguments only plain words', async () => {
    const sequence = await lastAuditSequence(database.db)
    await run('import', 'trials', 'records/Smith.json')
    const rows = await auditRows(database.db, sequence)
    expect(rows.map(({ operation, outcome }) => `${operation} ${outcome}`)).toEqual([
      'command:import begun',
      'command:import failed',
    ])
    expect(rows[0]).toMatchObject({ actor_kind: 'system', fields: ['trials'], organisation_ids: [] })
    expect(JSON.stringify(rows)).not.toContain('Smith')
  })

  test('is known to the log', () => {
    expect(Object.keys(commands)).toEqual(['audit', 'import', 'seed'])
  })
})
