import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { distanceText } from '../../format/distance.ts'
import { sentenceCase } from '../../format/sentence-case.ts'
import { siteStatusWords } from '../../ui/site-status-tag.tsx'
import type { Candidate } from './group-candidates.ts'
import { fromHere, travelSentence } from './travel-sentence.ts'

type CandidateSite = components['schemas']['CandidateSite']

/** Where the trial takes patients: the nearest open site at once, all of them on request. */
export function CandidateSites({ sites, because }: Pick<Candidate, 'sites' | 'because'>) {
  const nearest = nearestFirst(sites)
  if (sites.length === 0) return <p className="app-card__sites">No site is listed.</p>
  return (
    <div className="app-card__sites">
      <p>
        {nearestText(nearest)}
        {travelSentence(because, nearestText(nearest))}
      </p>
      <details className="app-more">
        <summary>{sites.length === 1 ? 'The one site' : `All ${counted(sites.length, 'site')}`}</summary>
        <ul className="app-more__list">
          {nearest.map((site) => (
            <li key={site.siteId}>
              {siteText(site)}: {siteStatusWords({ ...site, status: site.recruitmentStatus }).label}
              {site.canReceive ? '' : ', does not take referrals through this service'}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** A site that says itself that it is open goes before a nearer one that has said nothing. */
function nearestText(nearest: readonly CandidateSite[]): string {
  const open = nearest.filter(({ recruitmentStatus }) => recruitmentStatus === 'open')
  const confirmed = open.find(({ isStatusStated }) => isStatusStated)
  if (confirmed !== undefined) return `${nearestWords(confirmed, 'open site')}: ${siteFromHere(confirmed)}`
  const [notConfirmed] = open
  if (notConfirmed !== undefined) {
    return `${nearestWords(notConfirmed, 'site')}, not confirmed open: ${siteFromHere(notConfirmed)}`
  }
  return 'No site is known to be open.'
}

/** Where the distance is not known, nobody can say that no other site is nearer. */
function nearestWords({ distanceKm }: CandidateSite, what: 'open site' | 'site'): string {
  return distanceKm !== null ? `Nearest ${what}` : sentenceCase(what)
}

/** The caller's own hospital, then by distance; a distance that is not known stands last. */
export function nearestFirst(sites: readonly CandidateSite[]): readonly CandidateSite[] {
  return sites.toSorted(
    (a, b) =>
      Number(b.isOwnOrganisation) - Number(a.isOwnOrganisation) ||
      (a.distanceKm ?? Number.POSITIVE_INFINITY) - (b.distanceKm ?? Number.POSITIVE_INFINITY) ||
      a.name.localeCompare(b.name, 'en-GB'),
  )
}

/** Where the distance counts from is said once, at the first site: a reader would take it for one from the patient's home. */
function siteFromHere(site: CandidateSite): string {
  const isAway = site.distanceKm !== null && !site.isOwnOrganisation
  return isAway ? `${siteText(site)} ${fromHere}` : siteText(site)
}

function siteText({ name, city, distanceKm, isOwnOrganisation }: CandidateSite): string {
  const place = city === null || name.includes(city) ? name : `${name}, ${city}`
  if (isOwnOrganisation) return `${place}, your own hospital`
  return `${place}, ${distanceKm === null ? 'distance not known' : distanceText(distanceKm)}`
}
