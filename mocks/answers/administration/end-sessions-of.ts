import type { DemonstrationState } from '../../state/demonstration-state.ts'

/** Ends every session of an account. */
export function endSessionsOf({ signedIn }: DemonstrationState, accountId: string): void {
  for (const [name, held] of signedIn) if (held.accountId === accountId) signedIn.delete(name)
}
