import { distanceKm, type Place } from '../trial/distance.ts'
import { siteStatus } from '../trial/openness.ts'
import type { RecruitmentStatus } from '../trial/recruitment-status.ts'
import type { ScreenedRecord } from './assess-trial.ts'

/** A site of a trial as it is held now. */
export interface HeldSite extends Place {
  readonly siteId: string
  readonly name: string
  readonly city: string | null
  readonly countryCode: string | null
  /** The site's own status; null where it states none. */
  readonly recruitmentStatus: RecruitmentStatus | null
  readonly organisationId: string | null
  /** Somebody at the site's organisation can take a referral in this service. */
  readonly canReceive: boolean
}

/** The sites of one trial, and who asks about them. */
export interface CandidateSites {
  readonly sites: readonly HeldSite[]
  /** ISO 3166-1 alpha-2 codes: only sites in these countries are listed. */
  readonly homeCountries: readonly string[]
  /** The organisation that the distances count from; null for somebody who belongs to none. */
  readonly from: (Place & { readonly organisationId: string }) | null
  /** The record is sensitive: no distance is worked out. */
  readonly isLocationHidden: boolean
}

export interface CandidateSite {
  readonly siteId: string
  readonly name: string
  readonly city: string | null
  /** The most restrictive of trial, site and cohorts. */
  readonly recruitmentStatus: RecruitmentStatus
  /** False where the site says nothing itself, so that an open status is only that of the trial. */
  readonly isStatusStated: boolean
  /** Straight line; null where either place is not known, or the record is sensitive. */
  readonly distanceKm: number | null
  readonly isOwnOrganisation: boolean
  readonly canReceive: boolean
}

/** Open sites first, of these the caller's own, then the nearest; a place that is not known stands behind every known one. */
export function candidateSites(
  trial: Pick<ScreenedRecord, 'recruitmentStatus' | 'cohorts'>,
  { sites, homeCountries, from, isLocationHidden }: CandidateSites,
): CandidateSite[] {
  return sites
    .filter(({ countryCode }) => countryCode !== null && homeCountries.includes(countryCode))
    .map((site) => ({
      siteId: site.siteId,
      name: site.name,
      city: site.city,
      recruitmentStatus: siteStatus(trial, site),
      isStatusStated: site.recruitmentStatus !== null,
      distanceKm: isLocationHidden ? null : distanceKm(from, site),
      isOwnOrganisation: from !== null && site.organisationId === from.organisationId,
      canReceive: site.canReceive,
    }))
    .toSorted(byUse)
}

function byUse(a: CandidateSite, b: CandidateSite): number {
  return (
    Number(isOpen(b)) - Number(isOpen(a)) ||
    Number(b.isOwnOrganisation) - Number(a.isOwnOrganisation) ||
    byDistance(a.distanceKm, b.distanceKm) ||
    a.name.localeCompare(b.name) ||
    a.siteId.localeCompare(b.siteId)
  )
}

function byDistance(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a - b
}

function isOpen({ recruitmentStatus }: CandidateSite): boolean {
  return recruitmentStatus === 'open'
}
