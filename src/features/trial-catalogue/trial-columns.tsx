import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { counted, countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { phaseText } from '../../format/phases.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { RecruitmentStatusTag } from '../../ui/recruitment-status-tag.tsx'
import { Tag } from '../../ui/tag.tsx'

type TrialRow = components['schemas']['TrialRow']

export const trialColumns: readonly DataColumn<TrialRow>[] = [
  { id: 'title', header: 'Trial', isRowHeader: true, isSortable: true, cell: (row) => <Title {...row} /> },
  { id: 'phase', header: 'Phase', cell: ({ phases }) => phaseText(phases) },
  {
    id: 'status',
    header: 'Status',
    cell: ({ recruitmentStatus, registryStatus }) => (
      <RecruitmentStatusTag status={recruitmentStatus} registryStatus={registryStatus} />
    ),
  },
  { id: 'cancerTypes', header: 'Cancer types', cell: cancerTypesText },
  { id: 'sites', header: 'Open sites here', cell: openSitesText },
  { id: 'criteria', header: 'Criteria with a rule', cell: criteriaText },
  { id: 'results', header: 'Results', cell: ({ hasResults }) => (hasResults ? 'Posted' : 'None posted') },
  {
    id: 'lastUpdated',
    header: 'Last updated',
    isSortable: true,
    cell: ({ lastUpdatedOn }) => <span className="app-nowrap">{clinicalDate(lastUpdatedOn)}</span>,
  },
]

function Title({ trialId, title, acronym, registryId, isDemonstration }: TrialRow) {
  return (
    <div>
      <Link to={pathTo.trial(trialId)}>{title}</Link>
      <div>{acronym === null ? registryId : `${acronym}, ${registryId}`}</div>
      {isDemonstration ? <Tag colour="white">Demonstration trial</Tag> : null}
    </div>
  )
}

function cancerTypesText({ cancerTypes, isBasket }: TrialRow): string {
  const names = [...cancerTypes.map(({ name }) => name), ...(isBasket ? ['Any of many cancers'] : [])]
  return names.length === 0 ? 'None on the list: read the conditions' : names.join(', ')
}

/** A registry that lists no site says nothing about where a trial is open. */
function openSitesText({ siteCount, openSitesAtHome }: TrialRow): string {
  if (siteCount === 0) return 'No site listed'
  return `${countText(openSitesAtHome)} of ${counted(siteCount, 'site')}`
}

function criteriaText({ criteriaEncoded, criteriaTotal }: TrialRow): string {
  if (criteriaTotal === 0) return 'No criteria recorded'
  return `${countText(criteriaEncoded)} of ${countText(criteriaTotal)}`
}
