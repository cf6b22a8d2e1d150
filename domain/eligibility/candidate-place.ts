import { kmPerMile } from '../trial/distance.ts'
import type { CandidateSite } from './candidate-sites.ts'
import { sentenceCase } from './fact-name.ts'
import { milesText, type TravelReach } from './travel-limit.ts'

/** How a trial can be reached by the patient, as far as the order looks at it. */
export interface CandidatePlace {
  readonly isOpenAtOwnSite: boolean
  /** Whether an open site lies within the patient's travel limit; null where limit or distance is not known. */
  readonly isWithinTravel: boolean | null
  /** The latter in few words; null where no limit is known, the own site is open, or no site is. */
  readonly travelText: string | null
}

/**
 * From the sites in the countries of the service. A site at exactly the limit is within it. "Any distance" is within
 * wherever a site is open. A site whose distance is not known may be near, so that it leaves the answer open unless
 * another is near enough.
 */
export function candidatePlace(sites: readonly CandidateSite[], recorded: TravelReach | null): CandidatePlace {
  const open = sites.filter(({ recruitmentStatus }) => recruitmentStatus === 'open')
  const isOpenAtOwnSite = open.some(({ isOwnOrganisation }) => isOwnOrganisation)
  const limit = recorded?.reach === 'notKnown' ? null : recorded
  if (limit === null) return { isOpenAtOwnSite, isWithinTravel: null, travelText: null }
  const isWithinTravel = isAnyWithin(open, limit)
  const isTold = open.length > 0 && !isOpenAtOwnSite
  return { isOpenAtOwnSite, isWithinTravel, travelText: isTold ? textOf(open, limit, isWithinTravel) : null }
}

function isAnyWithin(open: readonly CandidateSite[], limit: TravelReach): boolean | null {
  const answers = open.map((site) => isWithin(site, limit))
  if (answers.includes(true)) return true
  return answers.includes(null) ? null : false
}

function isWithin({ distanceKm }: CandidateSite, { reach, miles }: TravelReach): boolean | null {
  if (reach === 'anyDistance') return true
  return distanceKm === null || miles === null ? null : distanceKm <= miles * kmPerMile
}

function textOf(open: readonly CandidateSite[], limit: TravelReach, answer: boolean | null): string {
  if (answer === null) return 'The distance of an open site is not known'
  const words = `${answer ? 'within' : 'beyond'} the travel limit`
  const site = tellingSite(open.filter((each) => isWithin(each, limit) === answer))
  if (site === null) return `At a distance that is not known, ${words}`
  const away = `${distanceText(site.distanceKm / kmPerMile, limit.miles)} away`
  return site.isStatusStated ? `${sentenceCase(away)}, ${words}` : `A site not confirmed open is ${away}, ${words}`
}

/** The nearest one; of those that say themselves that they are open, if there are any. */
function tellingSite(sites: readonly CandidateSite[]): (CandidateSite & { readonly distanceKm: number }) | null {
  const known = sites.flatMap((site) => (site.distanceKm === null ? [] : [{ ...site, distanceKm: site.distanceKm }]))
  const [nearest] = known.toSorted(
    (a, b) => Number(b.isStatusStated) - Number(a.isStatusStated) || a.distanceKm - b.distanceKm,
  )
  return nearest ?? null
}

/** Whole miles; a distance that only rounding makes equal to the limit says on which side of it it lies. */
function distanceText(miles: number, limit: number | null): string {
  const whole = Math.round(miles)
  if (whole === 0) return 'under 1 mile'
  return whole === limit && miles > limit ? `just over ${milesText(limit)}` : milesText(whole)
}
