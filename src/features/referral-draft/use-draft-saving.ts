import { useEffect, useState } from 'react'
import type { components } from '#api/schema.ts'
import { type DraftSaver, draftSaver, type SaveState } from './draft-saver.ts'
import { saveReferralDraft } from './save-referral-draft.ts'

/** The saver of one draft for as long as its form is on the page, and how its saving stands. */
export function useDraftSaving({ referralId, version }: components['schemas']['ReferralRow']) {
  const [state, setState] = useState<SaveState>({ kind: 'unchanged' })
  const [saver] = useState<DraftSaver>(() =>
    draftSaver({ version, save: saveReferralDraft(referralId), report: setState }),
  )
  // Whoever leaves within the short wait before saving and comes back at once finds the last words.
  useEffect(() => () => void saver.flush(), [saver])
  useEffect(() => {
    if (state.kind !== 'saving' && state.kind !== 'failed') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [state.kind])
  return { saver, state }
}
