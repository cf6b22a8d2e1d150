import { type Delegate, delegatesOn, type NamedLine, type TrialAtSite } from '#domain/access/delegation.ts'
import { siteRoles } from '#domain/access/duty.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isTerminal } from '#domain/referral/referral-transition.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldDelegation } from '../../state/held-delegation.ts'

/** A line with whom it names as they are now. */
export function named({ accounts }: DemonstrationState, line: HeldDelegation): HeldDelegation & NamedLine {
  const account = accounts.get(line.accountId)
  if (account === undefined) throw new Error(`The line ${line.entryId} names an account that does not exist.`)
  const { name, role, isOpen, organisationId } = account
  const isAtSite = isOpen && organisationId === line.organisationId && siteRoles.some((each) => each === role)
  return { ...line, name, role, isAtSite }
}

/** Whoever can act on a trial at a site on a day, in the order of their names. */
export function delegatesAt(state: DemonstrationState, at: TrialAtSite, on: CalendarDate): Delegate[] {
  const lines = [...state.delegations.values()].filter(
    ({ trialId, organisationId }) => trialId === at.trialId && organisationId === at.organisationId,
  )
  return delegatesOn(
    lines.map((line) => named(state, line)),
    on,
  )
}

/** How many referrals to a site are under way, by trial, for the trials on which nobody can act. */
export function waitingAt(
  state: DemonstrationState,
  organisationId: string,
  on: CalendarDate,
): ReadonlyMap<string, number> {
  const received = [...state.referrals.values()].filter(
    (each) => each.toOrganisationId === organisationId && each.sentOn !== null && !isTerminal(each.status),
  )
  const byTrial = [...Map.groupBy(received, ({ trialId }) => trialId)]
  return new Map(
    byTrial
      .filter(([trialId]) => delegatesAt(state, { trialId, organisationId }, on).length === 0)
      .map(([trialId, referrals]) => [trialId, referrals.length]),
  )
}

export function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
