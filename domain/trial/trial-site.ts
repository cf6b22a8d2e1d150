import type { RecruitmentStatus } from './recruitment-status.ts'
import type { RegistryStatus } from './registry-codes.ts'

/** A place that takes patients into the trial. */
export interface TrialSite {
  /**
   * Names the site within its trial and stays the same from one import to the next while place and name do:
   * "gb/london/sw3 6jj/royal example hospital". A repeated place has "#2" and so on behind it.
   */
  readonly siteKey: string
  readonly facility: string | null
  readonly city: string | null
  readonly region: string | null
  readonly postcode: string | null
  readonly country: SiteCountry
  /** WGS 84 degrees, usually of the town. */
  readonly position: SitePosition | null
  /** The site's own status in the registry's word; null where the registry gives none for it. */
  readonly registryStatus: RegistryStatus | null
  /** The site's own status; null where none is stated: the status of the trial is then the only one there is. */
  readonly recruitmentStatus: RecruitmentStatus | null
  readonly contacts: readonly TrialContact[]
}

export interface SiteCountry {
  /** As the source writes it; null where it gives none. */
  readonly name: string | null
  /** ISO 3166-1 alpha-2, null where the name is not a known country. */
  readonly code: string | null
}

export interface SitePosition {
  readonly latitude: number
  readonly longitude: number
}

export interface TrialContact {
  readonly name: string | null
  /** The registry's word: "CONTACT", "PRINCIPAL_INVESTIGATOR", "SUB_INVESTIGATOR". */
  readonly role: string | null
  readonly phone: string | null
  readonly phoneExtension: string | null
  readonly email: string | null
}
