import type { components } from '#api/schema.ts'
import type { DraftContent } from './draft-saver.ts'

type Referral = components['schemas']['Referral']

/** What of a draft can be changed, as it is stored. */
export function contentOf({ referral, withheldItemIds, message }: Referral): DraftContent {
  return { siteId: referral.site?.siteId ?? null, withheldItemIds, message }
}

export type OpenedDraft = {
  readonly content: DraftContent
  /** A site that was chosen before and cannot be chosen now. */
  readonly lostSite: string | null
  /** Items that were held back before and are no longer in the record; a corrected one may stand in their place. */
  readonly lostItems: number
}

/** A stored draft as it can go on today: with a site that takes referrals, or the only one there is, and items that exist. */
export function openDraft(draft: Referral, openSiteIds: readonly string[], itemIds: readonly string[]): OpenedDraft {
  const stored = contentOf(draft)
  const isSiteOpen = stored.siteId !== null && openSiteIds.includes(stored.siteId)
  const onlySite = stored.siteId === null && openSiteIds.length === 1 ? (openSiteIds[0] ?? null) : null
  const withheldItemIds = stored.withheldItemIds.filter((id) => itemIds.includes(id))
  return {
    content: { ...stored, siteId: isSiteOpen ? stored.siteId : onlySite, withheldItemIds },
    lostSite: stored.siteId !== null && !isSiteOpen ? (draft.referral.site?.name ?? null) : null,
    lostItems: stored.withheldItemIds.length - withheldItemIds.length,
  }
}
