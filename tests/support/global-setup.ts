import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { startPostgresServer } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connects to the PostgreSQL server of this run, as a user who may create databases. */
    readonly testDatabaseUrl: string
  }
}

/**
 * Runs once before the tests of the postgres project, and only when there are any: uses the server that
 * TEST_DATABASE_URL names, else makes one for the run.
 */
export default async function providePostgres(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  if (given) {
    console.log('PostgreSQL for the tests: the server that TEST_DATABASE_URL names.')
    project.provide('testDatabaseUrl', given)
    return undefined
  }
  const server = await startPostgresServer()
  console.log(`PostgreSQL for the tests: ${server.origin}.`)
  project.provide('testDatabaseUrl', server.url)
  return () => server.stop()
}
