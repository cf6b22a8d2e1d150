import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Seed } from '../support/database-seed.ts'
import { openTestDatabase } from '../support/database-template.ts'

test('tests that share a seed each get a copy of their own, and the seed runs at most once', async () => {
  let runs = 0
  const seed: Seed = {
    version: 'one setting',
    run: async (db) => {
      runs += 1
      await sql`insert into setting (name, value) values ('seeded', '1')`.execute(db)
    },
  }
  const [one, other] = await Promise.all([openTestDatabase({ seed }), openTestDatabase({ seed })])
  try {
    await sql`insert into setting (name, value) values ('mine', '1')`.execute(one.db)
    const settings = await sql`select name from setting order by name`.execute(other.db)
    expect(settings.rows).toStrictEqual([{ name: 'seeded' }])
    // Not at all when an earlier run left the template.
    expect(runs).toBeLessThanOrEqual(1)
  } finally {
    await Promise.all([one.close(), other.close()])
  }
})
