import { useEffect, useState } from 'react'
import type { Draft } from './draft.ts'
import { type DraftOwner, keepDraft, namesSomebody, readKeptDraft } from './kept-draft.ts'

/** So long nobody types: a browser refuses to keep what changes with every letter. */
const restMs = 400

/** A draft that is still there when its page is loaded again. */
export function useDraft({ accountId, from }: DraftOwner, start: Draft) {
  const [draft, setDraft] = useState<Draft>(() => readKeptDraft({ accountId, from }) ?? start)
  const [isRestored, setIsRestored] = useState(draft !== start)
  const [isChanged, setIsChanged] = useState(isRestored)
  const isUnkept = isChanged && namesSomebody(draft)
  useEffect(() => {
    if (!isChanged) return
    const keep = () => keepDraft({ accountId, from }, isUnkept ? null : draft)
    const timer = setTimeout(keep, restMs)
    return () => clearTimeout(timer)
  }, [accountId, from, draft, isChanged, isUnkept])
  return {
    draft,
    isRestored,
    isUnkept,
    setDraft(changed: Draft) {
      setDraft(changed)
      setIsChanged(true)
    },
    startAnew() {
      keepDraft({ accountId, from }, null)
      setDraft(start)
      setIsChanged(false)
      setIsRestored(false)
    },
  }
}
