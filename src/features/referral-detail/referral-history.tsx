import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { describeStatus } from '#domain/referral/referral-status.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/page-states.tsx'

type ReferralEvent = components['schemas']['ReferralEvent']

/** Everything that was ever recorded, the last first. Nothing in it is changed or taken away. */
export function ReferralHistory({ events }: { readonly events: readonly ReferralEvent[] }) {
  return (
    <section aria-labelledby="history">
      <h2 className="nhsuk-heading-m" id="history">
        History
      </h2>
      {events.length === 0 ? (
        <EmptyState title="Nothing has been recorded yet">
          <p>Each step appears here as it is taken, with who took it and when.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption="History, the last step first"
          isCaptionHidden
          columns={columns}
          rows={events.toReversed()}
          rowId={(event) => event.eventId}
        />
      )}
    </section>
  )
}

const columns: readonly DataColumn<ReferralEvent>[] = [
  { id: 'at', header: 'When', isRowHeader: true, isUnbroken: true, cell: ({ at }) => clinicalInstant(at) },
  {
    id: 'step',
    header: 'Step',
    cell: ({ from, toLabel }) => (from === null ? toLabel : `${describeStatus(from).label} to ${toLabel}`),
  },
  {
    id: 'by',
    header: 'By',
    cell: ({ actor, role, organisation }) => (
      <>
        {actor}
        <br />
        {[roleLabel(role), organisation].filter((part) => part !== null).join(', ')}
      </>
    ),
  },
  { id: 'details', header: 'Details', cell: (event) => <Details event={event} /> },
]

function Details({ event: { occurredOn, reasonCode, reasonLabel, note } }: { readonly event: ReferralEvent }) {
  const details = [
    ...(occurredOn === null ? [] : [`On ${clinicalDate(occurredOn)}`]),
    ...(reasonCode === null ? [] : [`Reason ${[reasonCode, reasonLabel].filter((part) => part !== null).join(': ')}`]),
    ...(note === null ? [] : [`Note: ${note}`]),
  ]
  if (details.length === 0) return 'None'
  return details.map((detail) => <div key={detail}>{detail}</div>)
}
