import type { components } from '#api/schema.ts'
import { siteStatusWords } from '../../ui/site-status-tag.tsx'

export type TrialSite = components['schemas']['TrialSite']

export type SiteChoices = {
  /** Sites that can take this referral, the best first. */
  readonly open: readonly TrialSite[]
  /** Sites that cannot, each with why. */
  readonly closed: readonly { readonly site: TrialSite; readonly why: string }[]
}

/** The sites of a trial for somebody in an organisation: its own first, then the nearest, then by name. */
export function siteChoices(sites: readonly TrialSite[], ownOrganisationId: string | null): SiteChoices {
  const ordered = sites.toSorted(
    (a, b) =>
      Number(isOwn(b, ownOrganisationId)) - Number(isOwn(a, ownOrganisationId)) ||
      byDistance(a.distanceKm, b.distanceKm) ||
      a.facility.localeCompare(b.facility, 'en-GB'),
  )
  return {
    open: ordered.filter((site) => whyClosed(site) === null),
    closed: ordered.flatMap((site) => {
      const why = whyClosed(site)
      return why === null ? [] : [{ site, why }]
    }),
  }
}

export function isOwn(site: TrialSite, ownOrganisationId: string | null): boolean {
  return ownOrganisationId !== null && site.organisation?.organisationId === ownOrganisationId
}

function whyClosed({ effectiveStatus, isStatusStated, canReceive }: TrialSite): string | null {
  const { label } = siteStatusWords({ status: effectiveStatus, isStatusStated })
  if (effectiveStatus === 'unknown') return 'Whether it recruits is not known'
  if (effectiveStatus !== 'open') return label
  return canReceive ? null : `${label}, but nobody there uses this service`
}

/** A place that is not known stands behind every known one. */
function byDistance(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return a - b
}
