import { parseArgs } from 'node:util'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { refreshStatistics } from '../database/refresh-statistics.ts'
import type { Command } from './command.ts'
import { addPatientsToDemonstration } from './seed/add-patients.ts'
import { seedDemonstration } from './seed/seed-demonstration.ts'

const usage = 'Usage: npm run seed -- [--patients NUMBER (1 to 900000)] [--seed NUMBER]\n'

/**
 * `seed --patients 100000`: fills an empty database with the demonstration, or brings the caseload of one that has it up
 * to the number asked for. It refuses a database that holds anything else: made-up patients never stand beside real ones.
 */
export const seedCommand: Command = async ({ args, output, signal, database, clock }) => {
  const { db } = database
  const asked = readOptions(args)
  if (asked === null) {
    output.stderr(usage)
    return 2
  }
  const say = (line: string) => output.stdout(`${line}\n`)
  const now = clock.now()
  const demonstration = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', 'demonstration')
    .executeTakeFirst()
  if (!demonstration) {
    const account = await db.selectFrom('account').select('account_id').limit(1).executeTakeFirst()
    if (account) {
      output.stderr('This database is in use and is no demonstration. Nothing was added. Choose an empty one.\n')
      return 1
    }
    await seedDemonstration({
      db,
      ...(asked.seed === null ? {} : { seed: asked.seed }),
      asOf: calendarDateInLondon(now),
      now,
      say,
    })
  }
  await addPatientsToDemonstration({ db, patientCount: asked.patients, now, signal, say })
  await refreshStatistics(database)
  return signal.aborted ? 1 : 0
}

function readOptions(args: readonly string[]): { readonly patients: number; readonly seed: number | null } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { patients: { type: 'string', default: '240' }, seed: { type: 'string' } },
    })
    const patients = Number(values.patients)
    const seed = values.seed === undefined ? null : Number(values.seed)
    const isInRange = Number.isInteger(patients) && patients >= 1 && patients <= 900_000
    return isInRange && (seed === null || Number.isSafeInteger(seed)) ? { patients, seed } : null
  } catch {
    return null
  }
}
