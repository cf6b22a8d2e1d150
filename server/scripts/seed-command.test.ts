import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../tests/support/database-template.ts'
import { demonstrationSeed, testInstant } from '../../tests/support/demonstration-seed.ts'
import { seedCommand } from './seed-command.ts'

const clock = { now: () => testInstant }

async function run(database: TestDatabase, args: readonly string[], signal = new AbortController().signal) {
  const said = { stdout: '', stderr: '' }
  const output = {
    stdout: (text: string) => {
      said.stdout += text
    },
    stderr: (text: string) => {
      said.stderr += text
    },
  }
  const exitCode = await seedCommand({ args, cwd: '/', output, signal, database, clock })
  return { exitCode, ...said }
}

const names = async ({ db }: TestDatabase) =>
  await db.selectFrom('patient').select(['patient_id', 'family_name', 'nhs_number']).orderBy('patient_id').execute()

describe('on the demonstration', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase({ seed: demonstrationSeed() })
  })
  afterAll(() => database.close())

  test('brings the caseload up to the number asked for, and no further when asked again', async () => {
    const before = await names(database)
    expect(await run(database, ['--patients', '450'])).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/450 patients in all\.\n$/),
      stderr: '',
    })
    const after = await names(database)
    expect(after).toHaveLength(450)
    expect(after).toEqual(expect.arrayContaining(before))
    const numbers = after.flatMap(({ nhs_number }) => (nhs_number === null ? [] : [nhs_number]))
    expect(new Set(numbers).size).toBe(numbers.length)
    const screened = await database.db.selectFrom('candidate_count').select('patient_id').execute()
    expect(screened).toHaveLength(450)
    expect((await run(database, ['--patients', '300'])).stdout).toMatch(/450 patients in all\.\n$/)
    expect(await names(database)).toEqual(after)
  })

  test('stops between two batches when asked to, and says that it is not done', async () => {
    const stopped = AbortSignal.abort()
    expect(await run(database, ['--patients', '900'], stopped)).toMatchObject({ exitCode: 1 })
    expect(await names(database)).toHaveLength(450)
  })

  test.each([
    ['--patients', '0'],
    ['--patients', 'many'],
    ['--patients', '900001'],
    ['--seed', '1.5'],
    ['--people', '9'],
  ])('asked for with %s %s explains how to ask', async (...args) => {
    const said = await run(database, args)
    expect(said).toMatchObject({ exitCode: 2, stdout: '' })
    expect(said.stderr).toContain('Usage: npm run seed')
  })
})

describe('on a database of real people', () => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await openTestDatabase()
  })

  test('adds nobody who is made up', async () => {
    const account = { account_id: crypto.randomUUID(), email: 'a@example.org', name: 'A', password_hash: '' }
    await database.db
      .insertInto('account')
      .values({ ...account, role: 'administrator', organisation_id: null })
      .execute()
    const said = await run(database, [])
    expect(said.exitCode).toBe(1)
    expect(said.stderr).toBe(
      'This database is in use and is no demonstration. Nothing was added. Choose an empty one.\n',
    )
    expect(await names(database)).toEqual([])
    await database.close()
  })
})
