import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import type { HeldSite } from '#domain/eligibility/candidate-sites.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { isOpenInCountries } from '#domain/trial/openness.ts'
import type { TrialRecord } from '#domain/trial/trial-record.ts'
import type { TrialSite } from '#domain/trial/trial-site.ts'
import type { DemonstrationAccount, DemonstrationTrial } from '../data/demonstration-data.ts'
import { searchForm } from './search-form.ts'

/** ISO 3166-1 alpha-2 codes of the countries to whose sites patients are referred. */
export const homeCountries: readonly string[] = ['GB']

/** A trial with its sites as the API holds them. */
export interface HeldTrialSites extends HeldTrial {
  readonly record: TrialRecord
  readonly sites: readonly TrialSiteHeld[]
  /** The texts that a search looks in. */
  readonly search: readonly string[]
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
  { trialId, record, sites }: DemonstrationTrial,
  accounts: readonly DemonstrationAccount[],
): HeldTrialSites {
  const { title, acronym, registryId, sponsor, conditions } = record
  const named = [title, acronym ?? '', registryId, sponsor.name].join(' ')
  return {
    trialId,
    isDemonstration: true,
    isOpenAtHome: isOpenInCountries(record, homeCountries),
    record,
    search: [named, ...conditions.map(({ text }) => text)].map(searchForm),
    sites: record.sites.flatMap((source, place) => {
      const known = sites[place]
      if (!known) return []
      const { siteKey: _, ...own } = known
      return [{ ...own, ...registrySite(source), source, canReceive: canReceive(own.organisationId, accounts) }]
    }),
  }
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

/** Somebody there can sign in and take a referral. */
function canReceive(organisationId: string, accounts: readonly DemonstrationAccount[]): boolean {
  return accounts.some(
    (account) => account.organisationId === organisationId && ['site-nurse', 'investigator'].includes(account.role),
  )
}
