import { useEffect, useState } from 'react'
import type { Attempt } from './unwrap.ts'

type Answered<Data> = {
  /** The last answer: while the next one is on its way, that of the question before. Null until the first. */
  readonly answer: Attempt<Data> | null
  readonly isPending: boolean
}

/**
 * The answer to a question that a page puts by itself, because what is sought may not stand in the address that a loader
 * reads. Keep the promise in useMemo. Somebody whose session has ended is sent to sign in, as from a loader.
 */
export function useAnswer<Data>(asked: Promise<Attempt<Data>> | null): Answered<Data> {
  const [last, setLast] = useState<{ asked: Promise<Attempt<Data>>; answer: Attempt<Data> } | null>(null)
  useEffect(() => {
    let isWanted = true
    void asked?.then((answer) => {
      if (isWanted) setLast({ asked, answer })
    })
    return () => {
      isWanted = false
    }
  }, [asked])
  if (last !== null && !last.answer.ok && last.answer.problem.isSignedOut) throw last.answer.problem
  return { answer: last?.answer ?? null, isPending: asked !== null && last?.asked !== asked }
}
