import { counted } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { distanceText } from '../../format/distance.ts'
import { RadioList } from '../../ui/fields/radio-list.tsx'
import { Notice } from '../../ui/notice.tsx'
import { fieldNames } from './referral-values.ts'
import { isOwn, type SiteChoices, type TrialSite } from './site-choices.ts'

type SiteStepProps = {
  readonly choices: SiteChoices
  readonly ownOrganisationId: string | null
  readonly siteId: string | null
  readonly error: string | undefined
  readonly onChange: (siteId: string) => void
}

/** Step 1: a site that is open and reads referrals here. The others are listed with why they cannot be chosen. */
export function SiteStep({ choices: { open, closed }, ownOrganisationId, siteId, error, onChange }: SiteStepProps) {
  return (
    <section aria-labelledby="step-site">
      <h2 className="nhsuk-heading-m" id="step-site">
        1. Site
      </h2>
      {open.length === 0 ? (
        <Notice kind="warning" title="No site of this trial can take a referral now">
          <p>
            The draft is kept and can be sent once a site is open. Below stands why each site cannot be chosen; another
            trial may suit the patient meanwhile.
          </p>
        </Notice>
      ) : (
        <RadioList
          label="Which site should receive the referral?"
          name={fieldNames.siteId}
          choices={open.map((site) => ({
            value: site.siteId,
            label: site.facility,
            hint: hintOf(site, ownOrganisationId),
          }))}
          value={siteId}
          onChange={onChange}
          error={error}
        />
      )}
      {closed.length === 0 ? null : (
        <details className="nhsuk-details" open={open.length === 0}>
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {counted(closed.length, 'site')} that cannot be chosen, with why
            </span>
          </summary>
          <ul className="nhsuk-details__text nhsuk-list">
            {closed.map(({ site, why }) => (
              <li key={site.siteId}>
                {[site.facility, site.city].filter((part) => part !== null).join(', ')}: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** `Leeds, your own organisation, 7 miles, 3 slots, confirmed open 02-Nov-2026`. */
function hintOf(site: TrialSite, ownOrganisationId: string | null): string {
  return [
    site.city,
    site.isStatusStated ? null : 'trial open, site not confirmed',
    isOwn(site, ownOrganisationId) ? 'your own organisation' : null,
    site.distanceKm === null ? 'distance not known' : distanceText(site.distanceKm),
    site.slots === null ? null : counted(site.slots, 'slot'),
    site.confirmedOn === null ? 'not confirmed by the site' : `confirmed by the site ${clinicalDate(site.confirmedOn)}`,
  ]
    .filter((part) => part !== null)
    .join(', ')
}
