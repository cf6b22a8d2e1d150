import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldAccount } from '../../state/held-account.ts'
import { withReceivers } from '../../state/held-trial.ts'

/** Keeps an account as it is from now on. A site can take referrals as long as somebody there can sign in. */
export function keepAccount({ accounts, trials }: DemonstrationState, account: HeldAccount): void {
  accounts.set(account.accountId, account)
  for (const [trialId, trial] of trials) trials.set(trialId, withReceivers(trial, [...accounts.values()]))
}
