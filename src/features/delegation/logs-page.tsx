import { Link, useLoaderData } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { counted } from '../../format/counts.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { RecruitmentStatusTag } from '../../ui/recruitment-status-tag.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { loadLogs } from './load-logs.ts'
import { WaitingNotice } from './waiting-notice.tsx'

type LogRow = components['schemas']['DelegationLogRow']

/** The trials of a site: who leads each there, and where nobody can see what was referred. */
export function LogsPage() {
  const { organisation, items } = useLoaderData<typeof loadLogs>()
  const waiting = items.reduce((sum, row) => sum + row.waiting, 0)
  return (
    <>
      <PageHeading title="Delegation logs" caption={organisation.name} />
      <p className="app-narrow">
        Whoever is on the log of a trial at your site sees the referrals to it, and takes the steps that their duties
        allow. Nobody else at your site sees them.
      </p>
      <WaitingNotice count={waiting} />
      {items.length === 0 ? (
        <EmptyState title="Your organisation is not a site of any trial">
          <p>A log appears here for each trial that lists your organisation as a site.</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={counted(items.length, 'trial')}
          isDense
          isCompact
          columns={columns}
          rows={items}
          rowId={({ trial }) => trial.trialId}
        />
      )}
    </>
  )
}

const columns: readonly DataColumn<LogRow>[] = [
  { id: 'trial', header: 'Trial', isRowHeader: true, cell: ({ trial }) => <TrialLink {...trial} /> },
  {
    id: 'status',
    header: 'Status',
    cell: ({ trial }) => <RecruitmentStatusTag status={trial.recruitmentStatus} />,
  },
  {
    id: 'leader',
    header: 'Principal investigator',
    cell: ({ principalInvestigators: names }) =>
      names.length === 0 ? <Tag colour="orange">Nobody</Tag> : names.join(', '),
  },
  { id: 'people', header: 'People today', isNumeric: true, cell: ({ people }) => people },
  {
    id: 'waiting',
    header: 'Referrals nobody sees',
    isNumeric: true,
    cell: ({ waiting }) => (waiting === 0 ? waiting : <Tag colour="red">{waiting}</Tag>),
  },
]

function TrialLink({ trialId, registryId, title }: LogRow['trial']) {
  return (
    <div>
      <Link to={pathTo.delegationLog(trialId)}>{title}</Link> <span className="app-nowrap">{registryId}</span>
    </div>
  )
}
