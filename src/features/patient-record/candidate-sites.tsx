import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'
import { distanceText } from '../../format/distance.ts'
import { recruitmentStatusWords } from '../../ui/recruitment-status-tag.tsx'

type CandidateSite = components['schemas']['CandidateSite']

/** Where the trial takes patients: the nearest open site at once, all of them on request. */
export function CandidateSites({ sites }: { readonly sites: readonly CandidateSite[] }) {
  const nearest = nearestFirst(sites)
  const open = nearest.find((site) => site.recruitmentStatus === 'open')
  if (sites.length === 0) return <p>No site is listed.</p>
  return (
    <>
      <p className="nhsuk-u-margin-bottom-2">
        {open === undefined ? 'No site is known to be open.' : `Nearest open site: ${siteText(open)}`}
      </p>
      <details className="nhsuk-details nhsuk-u-margin-bottom-3">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{counted(sites.length, 'site')}</span>
        </summary>
        <ul className="nhsuk-details__text nhsuk-list">
          {nearest.map((site) => (
            <li key={site.siteId}>
              {siteText(site)}: {recruitmentStatusWords[site.recruitmentStatus].label}
              {site.canReceive ? '' : ', does not take referrals through this service'}
            </li>
          ))}
        </ul>
      </details>
    </>
  )
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

function siteText({ name, city, distanceKm, isOwnOrganisation }: CandidateSite): string {
  const place = city === null || name.includes(city) ? name : `${name}, ${city}`
  if (isOwnOrganisation) return `${place}, your own hospital`
  return `${place}, ${distanceKm === null ? 'distance not known' : distanceText(distanceKm)}`
}
