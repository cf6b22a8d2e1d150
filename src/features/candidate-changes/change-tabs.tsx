import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { type NewsKind, newsKinds } from '#domain/eligibility/news-kinds.ts'
import { searchWith } from '../../data/search-params.ts'
import { countText } from '../../format/counts.ts'
import { type ChangeFilters, changeFilters } from './change-filters.ts'

const kindWords: Readonly<Record<NewsKind, string>> = {
  newTrial: 'New trials',
  nowMayFit: 'Now may fit or to read',
  toLookAgain: 'To be looked at again',
  noLongerMatches: 'Put off or ruled out',
}

type ChangeTabsProps = {
  readonly filters: ChangeFilters
  readonly counts: components['schemas']['CandidateChangePage']['counts']
}

/** One kind of change at a time or all of them, with how many are not seen yet. */
export function ChangeTabs({ filters, counts }: ChangeTabsProps) {
  const all = newsKinds.reduce((sum, kind) => sum + counts[kind], 0)
  const tabs = [
    { kind: undefined, label: `All (${countText(all)})` },
    ...newsKinds.map((kind) => ({ kind, label: `${kindWords[kind]} (${countText(counts[kind])})` })),
  ]
  return (
    <nav className="app-tabs" aria-label="Kinds of change">
      <ul className="app-tabs__list">
        {tabs.map(({ kind, label }) => (
          <li key={label}>
            <Link
              className="app-tabs__link"
              to={searchWith(changeFilters, filters, { kind, after: undefined })}
              aria-current={filters.kind === kind ? 'page' : undefined}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
