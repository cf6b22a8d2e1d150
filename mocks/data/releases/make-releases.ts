import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { accountAt } from '../accounts/demonstration-accounts.ts'
import type { DemonstrationRelease } from '../demonstration-data.ts'
import { organisationByCode } from '../organisations/demonstration-organisations.ts'
import { stableId } from '../random/stable-id.ts'

/** Two made-up releases of one hospital in the year before a day. */
export function makeReleases(asOf: CalendarDate): readonly DemonstrationRelease[] {
  const { organisationId } = organisationByCode('ZZ001')
  const { accountId: recordedBy } = accountAt(organisationId, 'information-officer')
  return entries.map(({ daysAgo, ...texts }) => {
    const releasedOn = addDays(asOf, -daysAgo)
    return {
      releaseId: stableId(`release/${texts.recipient}`),
      organisationId,
      entry: { releasedOn, ...texts },
      recordedBy,
      recordedAt: `${releasedOn}T15:00:00.000Z`,
    }
  })
}

const entries = [
  {
    daysAgo: 212,
    released:
      'How many people with each rare cancer were referred to a trial in a year, by region. Small counts left out.',
    recipient: 'Demonstration Cancer Alliance',
    purpose: 'To see in which regions people have no trial near them.',
    legalBasis: 'The numbers are anonymous: nobody can be known from them.',
    expectedBenefit: 'New trial sites open where they are needed most.',
  },
  {
    daysAgo: 47,
    released: 'How long referrals to trials took from sending to the first answer, by month.',
    recipient: 'Fictional University, Department of Public Health',
    purpose: 'To study what makes referrals slow.',
    legalBasis: 'The numbers are anonymous: nobody can be known from them.',
    expectedBenefit: 'People hear sooner whether a trial could suit them.',
  },
] as const
