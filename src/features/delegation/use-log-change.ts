import { useEffect, useRef } from 'react'
import { type FetcherWithComponents, useFetcher } from 'react-router'
import type { LogResult } from './log-result.ts'

export type LogChange = {
  readonly fetcher: FetcherWithComponents<LogResult>
  readonly result: LogResult | undefined
  readonly isPending: boolean
}

/** The requests of one form; `onDone` hears of each that succeeded, once. */
export function useLogChange(onDone: (words: string) => void): LogChange {
  const fetcher = useFetcher<LogResult>()
  const isPending = fetcher.state !== 'idle'
  const result = isPending ? undefined : fetcher.data
  const told = useRef<LogResult | null>(null)
  useEffect(() => {
    if (result?.kind !== 'done' || told.current === result) return
    told.current = result
    onDone(result.words)
  }, [result, onDone])
  return { fetcher, result, isPending }
}
