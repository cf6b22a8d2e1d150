import type { components } from '#api/schema.ts'
import type { ApiProblem } from '../../data/problem.ts'
import type { Attempt } from '../../data/unwrap.ts'

type Referral = components['schemas']['Referral']
export type DraftContent = components['schemas']['ReferralDraft']

export type SaveDraft = (content: DraftContent, version: number) => Promise<Attempt<Referral>>

export type SaveState =
  | { readonly kind: 'unchanged' }
  /** Typed, and on its way or about to be. */
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  /** Somebody else changed the draft: nothing is saved until a person has decided between the two. */
  | { readonly kind: 'conflict'; readonly current: Referral }

export type DraftSaver = {
  /** Saves this content soon; what comes quickly after it replaces it. */
  readonly change: (content: DraftContent) => void
  /** Saves what is waiting now. The version stored then, or null where it could not be saved. */
  readonly flush: () => Promise<number | null>
  /** After a conflict: goes on from the version stored now, and saves the content where one is given. */
  readonly goOnFrom: (version: number, content: DraftContent | null) => void
  /** Takes a conflict that somebody else met, for example while sending. */
  readonly meetConflict: (current: Referral) => void
}

type DraftSaverParts = {
  readonly version: number
  readonly save: SaveDraft
  readonly report: (state: SaveState) => void
  readonly waitMs?: number
}

/**
 * Saves a draft while it is typed. One request at a time, so that a draft never conflicts with itself; a failed one keeps
 * its content, which goes with the next change or the next flush.
 */
export function draftSaver({ version: firstVersion, save, report, waitMs = 600 }: DraftSaverParts): DraftSaver {
  let version = firstVersion
  let waiting: DraftContent | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | null = null
  let isStopped = false

  async function saveWaiting(): Promise<void> {
    while (waiting !== null && !isStopped) {
      const content = waiting
      waiting = null
      report({ kind: 'saving' })
      const saved = await save(content, version)
      if (!saved.ok) {
        waiting ??= content
        if (saved.problem.current !== undefined) return stopAt(saved.problem.current)
        return report({ kind: 'failed', problem: saved.problem })
      }
      version = saved.data.referral.version
      if (waiting === null) report({ kind: 'saved', at: saved.data.referral.lastEventAt })
    }
  }

  function run(): Promise<void> {
    clearTimeout(timer)
    running ??= saveWaiting().finally(() => {
      running = null
    })
    return running
  }

  function stopAt(current: Referral) {
    isStopped = true
    report({ kind: 'conflict', current })
  }

  return {
    change(content) {
      waiting = content
      if (isStopped) return
      report({ kind: 'saving' })
      clearTimeout(timer)
      timer = setTimeout(() => void run(), waitMs)
    },
    async flush() {
      if (isStopped) return null
      await run()
      return waiting === null && !isStopped ? version : null
    },
    goOnFrom(newVersion, content) {
      version = newVersion
      isStopped = false
      waiting = content
      report({ kind: 'unchanged' })
      if (content !== null) void run()
    },
    meetConflict: stopAt,
  }
}
