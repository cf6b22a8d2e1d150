import { type Duty, dutiesOfRole } from '#domain/access/duty.ts'
import { addDays, addMonths, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { demonstrationAccounts } from '../accounts/demonstration-accounts.ts'
import type { DemonstrationAccount, DemonstrationDelegation, DemonstrationTrial } from '../demonstration-data.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { stableId } from '../random/stable-id.ts'

/**
 * At each site where somebody works: its investigator leads every trial, and its research nurse does the rest. For one
 * trial at one site all of it ran out yesterday, so that it can be seen what waits and how somebody is put on the log.
 */
export function makeDelegations(
  asOf: CalendarDate,
  trials: readonly DemonstrationTrial[],
): readonly DemonstrationDelegation[] {
  const startsOn = addMonths(asOf, -24)
  return trials.flatMap(({ trialId, record, sites }) =>
    sites.flatMap(({ organisationId }) =>
      demonstrationAccounts
        .filter((account) => account.organisationId === organisationId)
        .flatMap((account) =>
          dutiesOf(account).map((duty) => ({
            entryId: stableId(`delegation/${trialId}/${account.accountId}/${duty}`),
            trialId,
            organisationId,
            accountId: account.accountId,
            duty,
            startsOn,
            endsOn: hasRunOut(record.registryId, organisationId) ? addDays(asOf, -1) : null,
            enteredAt: `${startsOn}T09:00:00.000Z`,
            enteredBy: 'Demonstration',
          })),
        ),
    ),
  )
}

function dutiesOf({ role }: DemonstrationAccount): readonly Duty[] {
  return role === 'investigator' ? ['principalInvestigator'] : dutiesOfRole(role)
}

function hasRunOut(registryId: string, organisationId: string): boolean {
  return registryId === 'DEMO-MCC-14' && organisationId === organisationByCode('ZZ001').organisationId
}
