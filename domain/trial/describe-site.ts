import { type ContactDescription, describeContact } from './describe-contact.ts'
import { distanceKm, type Place } from './distance.ts'
import { type RecruitingTrial, siteStatus } from './openness.ts'
import type { RecruitmentStatus } from './recruitment-status.ts'
import type { TrialContact } from './trial-site.ts'

/** What is stated of a site, and where it is. */
export interface StatedSite extends Place {
  /** Null where the site states none of its own. */
  readonly recruitmentStatus: RecruitmentStatus | null
  readonly countryCode: string | null
  readonly contacts: readonly TrialContact[]
}

export interface SiteDescription {
  /** `unknown` where the site states none of its own. */
  recruitmentStatus: RecruitmentStatus
  /** The most restrictive of trial, site and cohorts: whether somebody can be referred there. */
  effectiveStatus: RecruitmentStatus
  isStatusStated: boolean
  /** Straight line; null where either place is not known. */
  distanceKm: number | null
  contacts: ContactDescription[]
}

/** What follows for a reader from what a site states; `from` is the reader's own place. */
export function describeSite(trial: RecruitingTrial, site: StatedSite, from: Place | null): SiteDescription {
  return {
    recruitmentStatus: site.recruitmentStatus ?? 'unknown',
    effectiveStatus: siteStatus(trial, site),
    isStatusStated: site.recruitmentStatus !== null,
    distanceKm: distanceKm(from, site),
    contacts: site.contacts.map(describeContact),
  }
}

/** How many of the sites are open in one of the countries (ISO 3166-1 alpha-2 codes). */
export function countOpenSites(
  trial: RecruitingTrial,
  sites: readonly Pick<StatedSite, 'recruitmentStatus' | 'countryCode'>[],
  countryCodes: readonly string[],
): number {
  return sites.filter(
    (site) =>
      site.countryCode !== null && countryCodes.includes(site.countryCode) && siteStatus(trial, site) === 'open',
  ).length
}
