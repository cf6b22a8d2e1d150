import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { countText } from '../../format/counts.ts'
import { notKnown } from '../../format/not-known.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { RatingTag } from '../../ui/rating-tag.tsx'

type RecruitmentRow = components['schemas']['RecruitmentRow']

export const behindColumns: readonly DataColumn<RecruitmentRow>[] = [
  {
    id: 'trial',
    header: 'Trial',
    isRowHeader: true,
    cell: ({ trialId, title }) => <Link to={pathTo.trialRecruitment(trialId)}>{title}</Link>,
  },
  {
    id: 'recruited',
    header: 'Recruited',
    isNumeric: true,
    cell: ({ recruited }) => (recruited === null ? notKnown : countText(recruited)),
  },
  {
    id: 'target',
    header: 'UK target',
    isNumeric: true,
    cell: ({ target }) => (target === null ? 'None agreed' : countText(target)),
  },
  { id: 'rating', header: 'Time-adjusted ratio', cell: ({ rating }) => <RatingTag rating={rating} /> },
]
