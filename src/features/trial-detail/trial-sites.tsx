import { useMemo, useState } from 'react'
import { useSession } from '../../data/session.ts'
import { counted, countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { distanceText } from '../../format/distance.ts'
import { notKnown } from '../../format/not-known.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { FoldOnNarrow } from '../../ui/fold-on-narrow.tsx'
import { SiteStatusTag } from '../../ui/site-status-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import { ContactList } from './contact-list.tsx'
import { isConfirmationOld, orderSites, type TrialSite } from './order-sites.ts'

/** Where the trial runs: sites in the United Kingdom first, those abroad on request. */
export function TrialSites({ sites }: { readonly sites: readonly TrialSite[] }) {
  const { here, abroad } = useMemo(() => orderSites(sites), [sites])
  return (
    <section className="nhsuk-u-margin-bottom-5" aria-labelledby="sites">
      <h2 className="nhsuk-heading-m" id="sites">
        Sites
      </h2>
      {here.length === 0 ? <p>No site in the United Kingdom is listed.</p> : null}
      {here.length === 0 ? null : <SiteTable caption="Sites in the United Kingdom" sites={here} />}
      {abroad.length === 0 ? null : (
        <details className="nhsuk-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">
              {counted(abroad.length, 'site')} in other countries or without a country
            </span>
          </summary>
          <div className="nhsuk-details__text">
            <SiteTable caption="Sites in other countries" sites={abroad} />
          </div>
        </details>
      )}
    </section>
  )
}

/** A trial of the whole world may have hundreds; open and near ones stand first. */
const sitesAtOnce = 20

function SiteTable({ caption, sites }: { readonly caption: string; readonly sites: readonly TrialSite[] }) {
  const [isWhole, setIsWhole] = useState(sites.length <= sitesAtOnce)
  const rows = useMemo(() => (isWhole ? sites : sites.slice(0, sitesAtOnce)), [sites, isWhole])
  return (
    <>
      <FoldOnNarrow label={`${caption} (${countText(sites.length)})`}>
        <DataTable caption={caption} columns={columns} rows={rows} rowId={({ siteId }) => siteId} />
      </FoldOnNarrow>
      {isWhole ? null : (
        <p>
          {sitesAtOnce} of {counted(sites.length, 'site')} are shown.{' '}
          <button type="button" className="app-link-button" onClick={() => setIsWhole(true)}>
            Show all {counted(sites.length, 'site')}
          </button>
        </p>
      )}
    </>
  )
}

const columns: readonly DataColumn<TrialSite>[] = [
  { id: 'site', header: 'Site', isRowHeader: true, cell: (site) => <Place {...site} /> },
  {
    id: 'status',
    header: 'Status',
    cell: ({ effectiveStatus, isStatusStated }) => (
      <SiteStatusTag status={effectiveStatus} isStatusStated={isStatusStated} />
    ),
  },
  {
    id: 'distance',
    header: 'Distance',
    cell: ({ distanceKm }) => <span className="app-nowrap">{distanceText(distanceKm)}</span>,
  },
  { id: 'slots', header: 'Slots', cell: ({ slots }) => slots ?? notKnown },
  {
    id: 'confirmed',
    header: 'Confirmed by site',
    cell: ({ confirmedOn }) => <Confirmed confirmedOn={confirmedOn} />,
  },
  {
    id: 'receives',
    header: 'Referrals through this service',
    cell: ({ canReceive, effectiveStatus }) =>
      canReceive ? (effectiveStatus === 'open' ? 'Yes' : 'Not now: the site is not open') : 'No, contact the site',
  },
  { id: 'contacts', header: 'Contacts', cell: ({ contacts }) => <ContactList contacts={contacts} /> },
]

function Place({ facility, organisation, city, country }: TrialSite) {
  const place = [city, country].filter((part) => part !== null && !facility.includes(part)).join(', ')
  return (
    <div>
      {facility}
      {place === '' ? null : <div>{place}</div>}
      {organisation === null || organisation.name === facility ? null : <div>{organisation.name}</div>}
    </div>
  )
}

function Confirmed({ confirmedOn }: Pick<TrialSite, 'confirmedOn'>) {
  const { today } = useSession()
  if (confirmedOn === null) return 'Never confirmed'
  return (
    <div>
      <span className="app-nowrap">{clinicalDate(confirmedOn)}</span>
      {isConfirmationOld(confirmedOn, today) ? (
        <div>
          <Tag colour="orange">Over 30 days ago</Tag>
        </div>
      ) : null}
    </div>
  )
}
