import { type RefObject, useEffect, useRef } from 'react'
import { type FetcherWithComponents, useFetcher } from 'react-router'
import type { TeamsResult } from './teams-result.ts'

type TeamChanges<Focused> = {
  readonly fetcher: FetcherWithComponents<TeamsResult>
  /** The last answer, once the page shows what it changed. */
  readonly result: TeamsResult | null
  readonly isPending: boolean
  readonly heading: RefObject<Focused | null>
}

/** The requests of one part of the page. When one has succeeded, its row may be gone: the part's heading takes the focus. */
export function useTeamChanges(onDone: () => void): TeamChanges<HTMLHeadingElement> {
  const fetcher = useFetcher<TeamsResult>()
  const heading = useRef<HTMLHeadingElement>(null)
  const isPending = fetcher.state !== 'idle'
  const result = isPending ? null : (fetcher.data ?? null)
  const done = result?.kind === 'done' ? result : null
  const told = useRef<TeamsResult | null>(null)
  useEffect(() => {
    if (done === null || told.current === done) return
    told.current = done
    onDone()
    heading.current?.focus()
  }, [done, onDone])
  return { fetcher, result, isPending, heading }
}
