import { useEffect, useRef } from 'react'
import { type FetcherWithComponents, useFetcher } from 'react-router'
import { fieldErrors } from '../../data/problem.ts'
import type { NamingResult } from './change-named-people.ts'

export type NamingForm = {
  readonly Form: FetcherWithComponents<NamingResult>['Form']
  readonly result: NamingResult | undefined
  readonly isPending: boolean
  errorOf(field: string): string | undefined
}

/** The requests of one form about who is named; `onDone` hears of the one that succeeded. */
export function useNaming(onDone: (words: string) => void): NamingForm {
  const { Form, state, data } = useFetcher<NamingResult>()
  const isPending = state !== 'idle'
  const result = isPending ? undefined : data
  const told = useRef<NamingResult | null>(null)
  useEffect(() => {
    if (result?.kind !== 'done' || told.current === result) return
    told.current = result
    onDone(result.words)
  }, [result, onDone])
  const faults = result?.kind === 'faulty' ? result.faults : []
  const refused = result?.kind === 'refused' ? fieldErrors(result.problem) : {}
  const errorOf = (field: string) => faults.find(({ fieldId }) => fieldId === field)?.message ?? refused[field]
  return { Form, result, isPending, errorOf }
}
