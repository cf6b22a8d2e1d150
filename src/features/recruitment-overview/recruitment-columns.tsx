import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { counted, countText } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { notKnown } from '../../format/not-known.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { RatingTag } from '../../ui/rating-tag.tsx'
import { RecruitmentStatusTag } from '../../ui/recruitment-status-tag.tsx'
import { dormancyWords } from './dormancy-words.ts'

type RecruitmentRow = components['schemas']['RecruitmentRow']

export const recruitmentColumns: readonly DataColumn<RecruitmentRow>[] = [
  {
    id: 'trial',
    header: 'Trial',
    isRowHeader: true,
    cell: ({ trialId, registryId, title, sentence }) => (
      <>
        <Link to={pathTo.trialRecruitment(trialId)}>{title}</Link> <span className="app-nowrap">{registryId}</span>
        <br />
        {sentence}
      </>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ recruitmentStatus }) => <RecruitmentStatusTag status={recruitmentStatus} />,
  },
  {
    id: 'target',
    header: 'UK target',
    isNumeric: true,
    cell: ({ target }) => (target === null ? 'None agreed' : countText(target)),
  },
  {
    id: 'recruited',
    header: 'Recruited',
    isNumeric: true,
    cell: ({ recruited, isOverRecruited }) => (
      <>
        {recruited === null ? notKnown : countText(recruited)}
        {isOverRecruited === true ? ', more than the target' : null}
      </>
    ),
  },
  { id: 'rating', header: 'Time-adjusted ratio', cell: ({ rating }) => <RatingTag rating={rating} /> },
  {
    id: 'lastRecruitedOn',
    header: 'Last recruit',
    cell: ({ lastRecruitedOn, recruited, dormancy }) => (
      <>
        <span className="app-nowrap">
          {lastRecruitedOn === null && recruited === 0 ? 'Nobody yet' : clinicalDate(lastRecruitedOn)}
        </span>
        {dormancyWords[dormancy] === null ? null : <div>{dormancyWords[dormancy]}</div>}
      </>
    ),
  },
  {
    id: 'siteMonthsNotReturned',
    header: 'Returns missing',
    cell: ({ siteMonthsNotReturned }) =>
      siteMonthsNotReturned === 0 ? 'None' : counted(siteMonthsNotReturned, 'site-month'),
  },
]
