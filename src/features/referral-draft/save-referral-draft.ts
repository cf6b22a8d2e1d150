import { api } from '../../data/api-client.ts'
import { ifMatch } from '../../data/if-match.ts'
import { attempt } from '../../data/unwrap.ts'
import type { SaveDraft } from './draft-saver.ts'

/** Keeps what is typed into a draft on the server, made from the version given. */
export function saveReferralDraft(referralId: string): SaveDraft {
  return (body, version) =>
    attempt(
      api.PUT('/referrals/{referralId}/draft', { params: { path: { referralId }, header: ifMatch(version) }, body }),
    )
}
