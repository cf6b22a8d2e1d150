import { recoverAccount } from './recover-account.ts'
import { RecoveryPage } from './recovery-page.tsx'

/** What the address of a recovery link needs once it is opened. */
export const recoveryScreen = { action: recoverAccount, Component: RecoveryPage }
