import type { components } from '#api/schema.ts'
import { countText } from '../../format/counts.ts'
import { clinicalDate, monthName } from '../../format/dates.ts'
import { notKnown } from '../../format/not-known.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { RecruitmentStatusTag } from '../../ui/recruitment-status-tag.tsx'

type Site = components['schemas']['RecruitmentSite']

/** What each site returned beside what referrals here say, so that a difference can be asked about. */
export function RecruitmentSites({ sites }: { readonly sites: readonly Site[] }) {
  return (
    <section aria-labelledby="sites">
      <h2 className="nhsuk-heading-m" id="sites">
        Sites
      </h2>
      <p>
        A month counts as its site returned it; without a return, as patients referred here enrolled. A difference asks
        to be explained: not everybody who joins is referred through this service.
      </p>
      {sites.some(({ difference }) => difference !== null && difference !== 0) ? (
        <p>
          A patient who enrols in a month that the site has already returned does not move the line: the enrolment shows
          as a difference until the site corrects its return.
        </p>
      ) : null}
      {sites.length === 0 ? (
        <EmptyState title="No site has opened or reported">
          <p>Sites come with the trial’s record. Ask the information officer to import a newer one.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Recruitment by site"
          isCaptionHidden
          columns={siteColumns}
          rows={sites}
          rowId={(site) => site.siteId}
        />
      )}
    </section>
  )
}

const siteColumns: readonly DataColumn<Site>[] = [
  { id: 'name', header: 'Site', isRowHeader: true, cell: ({ name }) => name },
  {
    id: 'status',
    header: 'Status',
    cell: ({ recruitmentStatus }) => <RecruitmentStatusTag status={recruitmentStatus} />,
  },
  { id: 'openedOn', header: 'Opened', isUnbroken: true, cell: ({ openedOn }) => clinicalDate(openedOn) },
  {
    id: 'recruited',
    header: 'Recruited',
    isNumeric: true,
    cell: ({ recruited }) => (recruited === null ? notKnown : countText(recruited)),
  },
  {
    id: 'fromReturns',
    header: 'From returns',
    isNumeric: true,
    cell: ({ fromReturns }) => (fromReturns === null ? 'No return' : countText(fromReturns)),
  },
  {
    id: 'fromReferrals',
    header: 'From referrals',
    isNumeric: true,
    cell: ({ fromReferrals }) => countText(fromReferrals),
  },
  { id: 'difference', header: 'Difference', isNumeric: true, cell: differenceText },
  {
    id: 'lastReturnMonth',
    header: 'Last return',
    isUnbroken: true,
    cell: ({ lastReturnMonth }) => (lastReturnMonth === null ? 'None' : monthName(lastReturnMonth)),
  },
]

/** Only months with a return can be compared. */
function differenceText({ difference }: Site): string {
  if (difference === null) return notKnown
  if (difference === 0) return 'None'
  return difference > 0 ? `${countText(difference)} more returned` : `${countText(-difference)} fewer returned`
}
