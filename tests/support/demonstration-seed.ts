import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seedDemonstration } from '../../server/scripts/seed/seed-demonstration.ts'
import type { Seed } from './database-seed.ts'

/** The day on which every test with demonstration data takes place: a Monday in British summer time. */
export const testDay = '2026-06-15'

/** Nine in the morning of that day in London, which is eight in UTC. */
export const testInstant = new Date('2026-06-15T08:00:00Z')

/** Half past ten in London: later than the demonstration was filled in, so that a change can be told from it. */
export const laterInstant = new Date('2026-06-15T09:30:00Z')

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Whatever decides which rows the demonstration has: its generator, the rules, and how rows are written. */
const sources = [
  'mocks/data',
  'domain',
  'server/scripts/seed',
  'server/eligibility',
  'server/trial-store',
  'server/referral-rows',
]

/** The demonstration with its usual 240 patients, as `npm start` makes it. */
export function demonstrationSeed(): Seed {
  return {
    version: `demonstration ${hashOfSources()}`,
    run: (db) => seedDemonstration({ db, asOf: testDay, now: testInstant, say: () => {} }),
  }
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of sources) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()) {
      hash.update(file).update(readFileSync(join(root, folder, file)))
    }
  }
  return hash.digest('hex')
}
