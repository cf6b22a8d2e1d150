import { Link } from 'react-router'
import type { components } from '#api/schema.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalInstant } from '../../format/dates.ts'
import { Notice } from '../../ui/notice.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { contentOf } from './draft-content.ts'
import type { DraftContent } from './draft-saver.ts'
import type { TrialSite } from './site-choices.ts'

type DraftConflictProps = {
  /** As it is stored now. */
  readonly current: components['schemas']['Referral']
  /** As it is on this page. */
  readonly content: DraftContent
  readonly sites: readonly TrialSite[]
  readonly items: readonly components['schemas']['RecordedItem'][]
  readonly onTakeTheirs: () => void
  readonly onKeepMine: () => void
}

/** Two people wrote one draft: both versions beside each other, and a person decides. */
export function DraftConflict({ current, content, sites, items, onTakeTheirs, onKeepMine }: DraftConflictProps) {
  const { referral, mayEditDraft } = current
  const rowsOf = (version: DraftContent) => [
    { label: 'Site', value: sites.find(({ siteId }) => siteId === version.siteId)?.facility ?? 'Not chosen' },
    { label: 'Held back', value: withheldText(version, items) },
    { label: 'Message', value: version.message || 'None' },
  ]
  return (
    <Notice kind="warning" title="Somebody else changed this draft while you were typing">
      <div className="app-two-columns">
        <section aria-labelledby="theirs">
          <h3 className="nhsuk-heading-s" id="theirs">
            Stored now
          </h3>
          <SummaryList
            rows={[
              ...rowsOf(contentOf(current)),
              { label: 'Status', value: <StatusTag status={referral.status} /> },
              { label: 'Changed', value: clinicalInstant(referral.lastEventAt) },
            ]}
          />
        </section>
        <section aria-labelledby="yours">
          <h3 className="nhsuk-heading-s" id="yours">
            Yours, not saved
          </h3>
          <SummaryList rows={rowsOf(content)} />
        </section>
      </div>
      {mayEditDraft ? (
        <>
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onTakeTheirs}>
            Use the stored version
          </button>{' '}
          <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onKeepMine}>
            Keep mine, and replace the stored one
          </button>
        </>
      ) : (
        <p>
          It is no longer a draft, so yours cannot be saved.{' '}
          <Link to={pathTo.referral(referral.referralId)}>Open the referral</Link>
        </p>
      )}
    </Notice>
  )
}

function withheldText({ withheldItemIds }: DraftContent, items: DraftConflictProps['items']): string {
  if (withheldItemIds.length === 0) return 'Nothing'
  return withheldItemIds
    .map((id) => items.find(({ itemId }) => itemId === id)?.label ?? 'An item that is no longer in the record')
    .join(', ')
}
