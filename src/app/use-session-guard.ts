import { useEffect, useRef, useState } from 'react'
import { idleMilliseconds, warningSeconds } from '#domain/access/session-limits.ts'
import { paths } from '../data/paths.ts'
import { offerSignIn, onSessionUse, pageMemory } from '../data/session-end.ts'
import { readSessionExpiry, staySignedIn } from './session-expiry.ts'

/** Where the session of the page stands. `isFinal`: it ends whatever is done, because twelve hours are over. */
export type GuardState =
  | { readonly kind: 'open' }
  | { readonly kind: 'warning'; readonly seconds: number; readonly isFinal: boolean }
  | { readonly kind: 'ended' }

const open: GuardState = { kind: 'open' }
const untilWarning = idleMilliseconds - warningSeconds * 1000
const checkMilliseconds = 10_000
/** Typing on a page that asks nothing of the server is use too; it is told to the server at most this often. */
const tellMilliseconds = 60_000

/**
 * Follows the session of one person: asks the server in the background when it may be about to end, because another tab
 * may have lengthened it or ended it, and holds back every request that comes too late until they have signed in again.
 */
export function useSessionGuard(accountId: string) {
  const [state, setState] = useState<GuardState>(open)
  const waiting = useRef<PromiseWithResolvers<void> | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let lastTold = Date.now()
    let isWatched = true

    const checkIn = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void check(), milliseconds)
    }
    const end = () => {
      clearTimeout(timer)
      setState({ kind: 'ended' })
    }
    const check = async () => {
      const left = await readSessionExpiry()
      if (!isWatched || waiting.current !== null) return
      if (left === undefined) return checkIn(checkMilliseconds)
      if (left === null) return end()
      if (left.accountId !== accountId) return pageMemory.empty(paths.home)
      const { idleSeconds: seconds, absoluteSeconds } = left
      if (seconds > warningSeconds) {
        setState(open)
        return checkIn((seconds - warningSeconds) * 1000)
      }
      setState({ kind: 'warning', seconds, isFinal: absoluteSeconds <= seconds })
      checkIn(Math.min(seconds * 1000, checkMilliseconds))
    }
    const tellOfUse = () => {
      if (waiting.current !== null || Date.now() - lastTold < tellMilliseconds) return
      lastTold = Date.now()
      void staySignedIn()
    }
    const checkWhenSeen = () => {
      if (document.visibilityState === 'visible') void check()
    }
    const stops = [
      offerSignIn(() => {
        waiting.current ??= Promise.withResolvers()
        end()
        return waiting.current.promise
      }),
      onSessionUse(() => {
        lastTold = Date.now()
        setState((now) => (now.kind === 'warning' && !now.isFinal ? open : now))
        checkIn(untilWarning)
      }),
    ]
    checkIn(untilWarning)
    document.addEventListener('keydown', tellOfUse)
    document.addEventListener('pointerdown', tellOfUse)
    document.addEventListener('visibilitychange', checkWhenSeen)
    return () => {
      isWatched = false
      clearTimeout(timer)
      for (const stop of stops) stop()
      document.removeEventListener('keydown', tellOfUse)
      document.removeEventListener('pointerdown', tellOfUse)
      document.removeEventListener('visibilitychange', checkWhenSeen)
    }
  }, [accountId])

  /** What was held back goes on; another person gets a page that knows nothing of the one before. */
  const signedIn = (by: string) => {
    if (by !== accountId) return pageMemory.empty(paths.home)
    waiting.current?.resolve()
    waiting.current = null
    setState(open)
  }
  return { state, signedIn }
}
