import { Link } from 'react-router'
import { newsDays } from '#domain/eligibility/candidate-change.ts'
import { paths } from '../../data/paths.ts'
import { searchWith } from '../../data/search-params.ts'
import { NoTeamOr } from '../../ui/no-team-or.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { type ChangeFilters, changeFilters } from './change-filters.ts'

type MoreOrNothingProps = {
  readonly isEmpty: boolean
  readonly filters: ChangeFilters
  /** Null where nothing older is left. */
  readonly olderTo: string | null
}

/** What comes after the list: older changes, those seen already, or the way on where there is nothing. */
export function MoreOrNothing({ isEmpty, filters, olderTo }: MoreOrNothingProps) {
  const showsSeen = filters.seen === 'all'
  return (
    <>
      {isEmpty ? (
        <NoTeamOr>
          <EmptyState title={showsSeen ? 'No change is recorded here' : 'Nothing has changed that you have not seen'}>
            <p>
              Changes appear here when a patient’s data, a trial or the day changes an answer.{' '}
              <Link to={paths.patients}>Go to your patients</Link>
            </p>
          </EmptyState>
        </NoTeamOr>
      ) : null}
      {olderTo === null ? null : (
        <p>
          <Link to={olderTo}>Older changes</Link>
        </p>
      )}
      <p>
        <Link to={searchWith(changeFilters, filters, { seen: showsSeen ? 'unseen' : 'all', after: undefined })}>
          {showsSeen ? 'Show only what you have not seen' : 'Show also what you have seen'}
        </Link>
        {showsSeen ? null : `, and changes older than ${newsDays} days, which are not listed here`}
      </p>
    </>
  )
}
