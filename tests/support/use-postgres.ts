import process from 'node:process'
import { inject } from 'vitest'

// Runs before each test file of the postgres project: the same test then opens PostgreSQL instead of PGlite.
process.env.TEST_DATABASE_URL = inject('testDatabaseUrl')
