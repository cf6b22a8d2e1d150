import type { Config } from '../config.ts'
import { describeDatabase } from '../database/describe-database.ts'
import { describeDemonstrationAccounts } from '../scripts/seed/describe-demonstration-accounts.ts'
import type { FirstUse } from './prepare-database.ts'

/** What the terminal shows once the service listens: where to go and how to get in. */
export function describeStart(config: Config, address: string, firstUse: FirstUse): readonly string[] {
  const origin = config.publicOrigin.endsWith(':0') ? address : config.publicOrigin
  return [
    '',
    `Refer patients to rare cancer trials: ${origin}`,
    `Database: ${describeDatabase(config.database)}`,
    ...describeFirstUse(firstUse, origin),
    'Stop with Ctrl-C.',
  ]
}

function describeFirstUse(firstUse: FirstUse, origin: string): readonly string[] {
  switch (firstUse.kind) {
    case 'demonstration':
      return ['', ...describeDemonstrationAccounts(), '']
    case 'firstAdministrator':
      return [
        '',
        'Nobody has an account yet. Create the first administrator within 24 hours with this link, which works once:',
        `  ${origin}/set-up#${firstUse.token}`,
        '',
      ]
    case 'inUse':
      return []
    default:
      return firstUse satisfies never
  }
}
