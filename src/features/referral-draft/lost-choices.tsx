import { counted } from '../../format/counts.ts'
import { Notice } from '../../ui/notice.tsx'
import type { OpenedDraft } from './draft-content.ts'

/** What was chosen when the draft was last open and no longer holds. */
export function LostChoices({ opened: { lostSite, lostItems } }: { readonly opened: OpenedDraft }) {
  if (lostSite === null && lostItems === 0) return null
  return (
    <Notice kind="warning" title="Something has changed since this draft was last open">
      {lostSite === null ? null : <p>{lostSite} was chosen and cannot take referrals now. Choose another site.</p>}
      {lostItems === 0 ? null : (
        <p>
          {counted(lostItems, 'item', 'items')} that you held back {lostItems === 1 ? 'is' : 'are'} no longer in the
          record. A corrected one may stand in its place: look through what will be shared.
        </p>
      )}
    </Notice>
  )
}
