import { roleLabel } from '#domain/access/role.ts'
import { demonstrationAccounts, demonstrationPassword } from '../../../mocks/data/accounts/demonstration-accounts.ts'

/** How to get into the demonstration: its one password, and an account for every role. */
export function describeDemonstrationAccounts(): readonly string[] {
  const shown = demonstrationAccounts.filter(
    ({ email }) => email.endsWith('@zz001.example') || email.endsWith('@national.example'),
  )
  return [
    `Demonstration with synthetic patients. Every account has the password: ${demonstrationPassword}`,
    ...shown.map(({ role, email }) => `  ${roleLabel(role).padEnd(26)} ${email}`),
    'Other organisations that send and receive referrals: zz002.example to zz006.example.',
  ]
}
