import { expect, test } from 'vitest'
import { describeDatabase } from './describe-database.ts'

const server = (url: string) =>
  describeDatabase({ kind: 'postgres', url, ownerUrl: url, poolSize: 1, statementTimeoutMs: 1 })

test('a server is named by its database, host and port, never with its password or user', () => {
  const named = server('postgres://trials_app:s3cret@db.example:6432/rare%20trials?sslmode=require&password=other')
  expect(named).toBe('PostgreSQL, rare trials at db.example:6432')
  expect(server('postgresql://localhost/trials')).toBe('PostgreSQL, trials at localhost:5432')
})

test('an embedded one by its folder', () => {
  expect(describeDatabase({ kind: 'directory', directory: '/srv/trials/data' })).toBe('embedded, in /srv/trials/data')
  expect(describeDatabase({ kind: 'memory', dumpFile: null })).toBe('embedded, in memory: gone with this process')
})
