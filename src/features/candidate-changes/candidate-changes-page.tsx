import { useActionData, useLoaderData } from 'react-router'
import { searchWith, useTypedSearch } from '../../data/search-params.ts'
import { counted } from '../../format/counts.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ErrorState } from '../../ui/page-states.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import { changeFilters } from './change-filters.ts'
import { ChangeGroup } from './change-group.tsx'
import { ChangeTabs } from './change-tabs.tsx'
import { groupChanges } from './group-changes.ts'
import type { loadCandidateChanges } from './load-candidate-changes.ts'
import type { markListSeen } from './mark-list-seen.ts'
import { MarkSeen } from './mark-seen.tsx'
import { MoreOrNothing } from './more-or-nothing.tsx'

/** What has changed between the caller's patients and the trials since it was last looked at. */
export function CandidateChangesPage() {
  const { items, counts, next } = useLoaderData<typeof loadCandidateChanges>()
  const marked = useActionData<typeof markListSeen>()
  const [filters] = useTypedSearch(changeFilters)
  const unseen = items.filter(({ isSeen }) => !isSeen).map(({ changeId }) => changeId)
  const markedText =
    marked !== undefined && marked.problem === null ? `${counted(marked.count, 'change')} marked as seen` : ''
  return (
    <>
      <div className="app-changes-head">
        <PageHeading title="What has changed">
          {unseen.length > 0 ? <MarkSeen changeIds={unseen} what={null} /> : null}
        </PageHeading>
        <p className="app-card__line">
          Software compared the data held with the criteria, before and now. Nothing here says that a patient can join a
          trial; only an investigator decides that.
        </p>
        <ChangeTabs filters={filters} counts={counts} />
      </div>
      <StatusMessage isHidden={markedText === ''}>{markedText}</StatusMessage>
      {marked?.problem ? <ErrorState problem={marked.problem} /> : null}
      <div className="app-change-groups">
        {groupChanges(items, filters.kind).map((group) => (
          <ChangeGroup key={group.id} group={group} />
        ))}
      </div>
      <MoreOrNothing
        isEmpty={items.length === 0}
        filters={filters}
        olderTo={next === null ? null : searchWith(changeFilters, filters, { after: next })}
      />
    </>
  )
}
