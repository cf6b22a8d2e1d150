import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import type { HeldSite } from '#domain/eligibility/candidate-sites.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import { trialSearchForm } from '#domain/trial/trial-search.ts'
import type { TrialSite } from '#domain/trial/trial-site.ts'
import type { DemonstrationTrial } from '../data/demonstration-data.ts'
import { homeCountries } from '../data/trials/home-countries.ts'
import type { HeldAccount } from './held-account.ts'

export { homeCountries }

/** A trial with its sites as the API holds them. The rules of the demonstration count from before it was taken in. */
export interface HeldTrialSites extends HeldTrial, Pick<DemonstrationTrial, 'takenInAt' | 'replaced'> {
  readonly record: TrialRecord
  readonly sites: readonly TrialSiteHeld[]
  /** What typed text is looked for in. */
  readonly search: string
}

export interface TrialSiteHeld extends HeldSite {
  readonly source: TrialSite
  readonly organisationId: string
  readonly openedOn: CalendarDate | null
  readonly closedOn: CalendarDate | null
  readonly slots: number | null
  readonly confirmedOn: CalendarDate | null
}

export function holdTrial(
  { trialId, record, takenInAt, replaced, sites }: DemonstrationTrial,
  accounts: readonly HeldAccount[],
): HeldTrialSites {
  const held = {
    trialId,
    isDemonstration: true,
    isOpenAtHome: isOpenInCountries(record, homeCountries),
    record,
    takenInAt,
    replaced,
    search: trialSearchForm(record),
    sites: record.sites.flatMap((source, place) => {
      const known = sites[place]
      if (!known) return []
      const { siteKey: _, ...own } = known
      return [{ ...own, ...registrySite(source), source, canReceive: false }]
    }),
  }
  return withReceivers(held, accounts)
}

/** The trial with its sites able to receive where one of the accounts belongs to somebody who can take a referral there. */
export function withReceivers(trial: HeldTrialSites, accounts: readonly HeldAccount[]): HeldTrialSites {
  const sites = trial.sites.map((site) => ({ ...site, canReceive: canReceive(site.organisationId, accounts) }))
  return { ...trial, sites }
}

function registrySite({ facility, city, country, position, recruitmentStatus }: TrialSite) {
  return {
    name: facility ?? 'Site not named by the registry',
    city,
    countryCode: country.code,
    recruitmentStatus,
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
  }
}

function canReceive(organisationId: string, accounts: readonly HeldAccount[]): boolean {
  return accounts.some(
    (account) =>
      account.isOpen &&
      account.organisationId === organisationId &&
      ['site-nurse', 'investigator'].includes(account.role),
  )
}
