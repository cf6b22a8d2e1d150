import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { paths, withSearch } from '../../data/paths.ts'
import { londonDate, proseDate } from '../../format/dates.ts'
import type { DataColumn } from '../../ui/data-table.tsx'
import { Muted } from '../../ui/muted.tsx'

type Release = components['schemas']['Release']

const columns: readonly DataColumn<Release>[] = [
  { id: 'releasedOn', header: 'Date', isUnbroken: true, cell: ({ releasedOn }) => proseDate(releasedOn) },
  {
    id: 'recipient',
    header: 'Recipient',
    isRowHeader: true,
    cell: ({ recipient, releasedBy }) => (
      <>
        {recipient}
        <Muted isBelow>from {releasedBy.name}</Muted>
      </>
    ),
  },
  { id: 'released', header: 'What was released', isProse: true, cell: ({ released }) => released },
  { id: 'purpose', header: 'Purpose', isProse: true, cell: ({ purpose }) => purpose },
  { id: 'legalBasis', header: 'Legal basis', isProse: true, cell: ({ legalBasis }) => legalBasis },
  { id: 'expectedBenefit', header: 'Expected benefit', isProse: true, cell: ({ expectedBenefit }) => expectedBenefit },
]

/** @param officerOf the organisation whose entries the reader may correct; null for everybody else */
export function releaseColumns(officerOf: string | null): readonly DataColumn<Release>[] {
  if (officerOf === null) return columns
  return [
    ...columns,
    {
      id: 'correct',
      header: 'Correct',
      isScreenOnly: true,
      cell: ({ releaseId, recipient, releasedBy }) =>
        releasedBy.organisationId === officerOf ? (
          <Link to={withSearch(paths.releaseEntry, { corrects: releaseId })}>
            Correct<span className="nhsuk-u-visually-hidden"> the release to {recipient}</span>
          </Link>
        ) : null,
    },
  ]
}

/** @param corrections by the identifier of the entry that puts another right: when it was made, and why */
export function correctedColumns(
  corrections: ReadonlyMap<string, Pick<Release, 'reason' | 'recordedAt'>>,
): readonly DataColumn<Release>[] {
  return [
    ...columns,
    {
      id: 'reason',
      header: 'What was wrong',
      isProse: true,
      cell: ({ correctedBy }) => {
        const correction = corrections.get(correctedBy ?? '')
        if (correction === undefined) return null
        const { reason, recordedAt } = correction
        return (
          <>
            {reason}
            <Muted isBelow>corrected {proseDate(londonDate(recordedAt))}</Muted>
          </>
        )
      },
    },
  ]
}
