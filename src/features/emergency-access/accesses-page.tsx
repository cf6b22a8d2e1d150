import { useEffect, useMemo, useState } from 'react'
import { Link, useFetcher, useLoaderData, useRevalidator } from 'react-router'
import { paths } from '../../data/paths.ts'
import { searchWith } from '../../data/search-params.ts'
import { patientName } from '../../format/person-name.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { accessColumns, reviewButtonId } from './access-columns.tsx'
import { type AccessSearch, accessSearch } from './access-search.ts'
import type { loadAccesses } from './load-accesses.ts'
import type { ReviewResult } from './review-access.ts'
import { ReviewForm } from './review-form.tsx'
import { outcomeWords } from './review-words.ts'

/** Records that somebody outside the patient's team has opened, and what the privacy officer said of each. */
export function AccessesPage() {
  const { search, page } = useLoaderData<typeof loadAccesses>()
  const fetcher = useFetcher<ReviewResult>()
  const [reviewingId, setReviewingId] = useState<string | null>(null)
  const result = fetcher.state === 'idle' ? fetcher.data : undefined
  const reviewed = result?.kind === 'reviewed' ? result.access : null
  // The row may be gone with its form: whoever reviewed it is at the top of the page, before the next one.
  useEffect(() => {
    if (reviewed !== null) document.querySelector<HTMLElement>('h1')?.focus()
  }, [reviewed])
  const columns = useMemo(() => accessColumns(setReviewingId), [])
  const { revalidate } = useRevalidator()
  const close = (accessId: string) => {
    setReviewingId(null)
    document.getElementById(reviewButtonId(accessId))?.focus()
    // What a colleague has said meanwhile was told in the form; now the list shows it too.
    if (result?.kind === 'refused') void revalidate()
  }
  return (
    <>
      <PageHeading title="Records opened from outside the team" documentTitle="Emergency access" />
      <p>
        Somebody who is no member of a patient’s team has opened the record for a stated reason. Say of each whether it
        was justified.
      </p>
      <Tabs search={search} />
      <StatusMessage isHidden={reviewed === null}>
        {reviewed?.review == null
          ? ''
          : `Reviewed as ${outcomeWords[reviewed.review.outcome].label.toLowerCase()}: ${reviewed.name}, record of ${patientName(reviewed.patient.name)}.`}
      </StatusMessage>
      {page.items.length === 0 ? (
        <EmptyState title={search.reviewed === 'all' ? 'No record has been opened' : 'Nothing waits for a review'}>
          <p>
            {search.reviewed === 'all'
              ? 'Nobody has opened a record from outside its team.'
              : 'Every opening of a record has been reviewed, or there was none.'}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Openings of records, the newest first"
          isCaptionHidden
          columns={columns}
          rows={page.items}
          rowId={({ accessId }) => accessId}
          detail={(access) =>
            access.accessId !== reviewingId || access.review !== null ? null : (
              <ReviewForm
                key={access.accessId}
                access={access}
                fetcher={fetcher}
                onClose={() => close(access.accessId)}
              />
            )
          }
        />
      )}
      <Pages search={search} next={page.next} />
    </>
  )
}

function Tabs({ search }: { readonly search: AccessSearch }) {
  const tabs = [
    { reviewed: undefined, label: 'To review' },
    { reviewed: 'all', label: 'All' },
  ] as const
  return (
    <nav className="app-tabs" aria-label="Which openings">
      <ul className="app-tabs__list">
        {tabs.map(({ reviewed, label }) => (
          <li key={label}>
            <Link
              className="app-tabs__link"
              to={`${paths.emergencyAccesses}${searchWith(accessSearch, {}, { reviewed })}`}
              aria-current={search.reviewed === reviewed ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Pages({ search, next }: { readonly search: AccessSearch; readonly next: string | null }) {
  if (search.after === undefined && next === null) return null
  return (
    <p className="app-print-hidden">
      {search.after === undefined ? null : (
        <>
          <Link to={searchWith(accessSearch, search, { after: undefined })}>Newest ones</Link>{' '}
        </>
      )}
      {next === null ? null : <Link to={searchWith(accessSearch, search, { after: next })}>Older ones</Link>}
    </p>
  )
}
