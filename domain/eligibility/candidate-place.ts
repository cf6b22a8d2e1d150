import type { CandidateSite } from './candidate-sites.ts'
import { kmPerMile, milesText, type TravelReach } from './travel-limit.ts'

/** How a trial can be reached by the patient, as far as the order looks at it. */
export interface CandidatePlace {
  readonly isOpenAtOwnSite: boolean
  /** Whether an open site lies within the patient's travel limit; null where limit or distance is not known. */
  readonly isWithinTravel: boolean | null
  /** The same in few words. */
  readonly placeText: string
}

/**
 * From the sites in the countries of the service. A site at exactly the limit is within it. "Any distance" is within
 * wherever a site is open. A site whose distance is not known may be near, so that it leaves the answer open unless
 * another is near enough.
 */
export function candidatePlace(sites: readonly CandidateSite[], limit: TravelReach | null): CandidatePlace {
  const open = sites.filter(({ recruitmentStatus }) => recruitmentStatus === 'open')
  const isOpenAtOwnSite = open.some(({ isOwnOrganisation }) => isOwnOrganisation)
  const nearest = nearestOf(open)
  const isWithinTravel = isWithin(open, nearest, limit)
  return {
    isOpenAtOwnSite,
    isWithinTravel,
    placeText: isOpenAtOwnSite ? 'Open at your own site' : placeText(open, nearest, isWithinTravel, limit),
  }
}

interface KnownSite extends CandidateSite {
  readonly distanceKm: number
}

function nearestOf(open: readonly CandidateSite[]): KnownSite | null {
  const known = open.flatMap((site) => (site.distanceKm === null ? [] : [{ ...site, distanceKm: site.distanceKm }]))
  return known.toSorted((a, b) => a.distanceKm - b.distanceKm)[0] ?? null
}

function isWithin(open: readonly CandidateSite[], nearest: KnownSite | null, limit: TravelReach | null) {
  if (limit === null || limit.reach === 'notKnown') return null
  if (limit.reach === 'anyDistance' || open.length === 0) return open.length > 0
  if (nearest !== null && limit.miles !== null && nearest.distanceKm <= limit.miles * kmPerMile) return true
  return open.some(({ distanceKm }) => distanceKm === null) ? null : false
}

function placeText(
  open: readonly CandidateSite[],
  nearest: KnownSite | null,
  isWithinTravel: boolean | null,
  limit: TravelReach | null,
): string {
  if (open.length === 0) return 'No site is known to be open'
  if (limit === null || limit.reach === 'notKnown') return 'Not open at your own site'
  if (isWithinTravel === null) return 'The distance of an open site is not known'
  if (nearest === null) return 'Open at a site of unknown distance, within the travel limit'
  const site = nearest.isStatusStated ? 'Nearest open site' : 'Nearest site, not confirmed open,'
  const away = distanceText(nearest.distanceKm / kmPerMile, limit.miles)
  return `${site} ${away}, ${isWithinTravel ? 'within' : 'beyond'} the travel limit`
}

/** Whole miles; a distance that only rounding makes equal to the limit says on which side of it it lies. */
function distanceText(miles: number, limit: number | null): string {
  const whole = Math.round(miles)
  if (whole === 0) return 'under 1 mile'
  return whole === limit && miles > limit ? `just over ${milesText(limit)}` : milesText(whole)
}
