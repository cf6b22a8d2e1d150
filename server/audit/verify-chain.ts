import type { Trx } from '../plugins/operation.ts'
import { hashBeforeFirst, linkHash } from './chain-hash.ts'
import {
  type ChainHead,
  countWaiting,
  readChainEnd,
  readLinks,
  readSettledStretch,
  type SettledStretch,
  type StoredLink,
} from './chain-repository.ts'

export type ChainVerdict =
  | {
      readonly kind: 'whole'
      readonly head: ChainHead
      /** Events of the last moments, which have no link yet. */
      readonly waiting: number
      /** Events that were linked long after they happened: usual after a stop of the service, and worth a look otherwise. */
      readonly late: number
    }
  | { readonly kind: 'broken'; readonly position: number | null; readonly what: string }
  | { readonly kind: 'stopped' }

export interface Verification {
  /** Runs one short transaction that may read the audit log. */
  readonly transact: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>
  /** The end of the chain as somebody wrote it down before, outside this database; null for none. */
  readonly writtenDown: ChainHead | null
  readonly signal: AbortSignal
  readonly onProgress?: (checked: number) => void
}

const linksAtOnce = 1000
const eventsAtOnce = 10_000
const lateMilliseconds = 10 * 60 * 1000

/**
 * Goes along the whole chain from its first link and names the first place at which something was changed, deleted, put
 * in, swapped or cut off. It reads in short transactions, so the service goes on beside it.
 */
export async function verifyChain(verification: Verification): Promise<ChainVerdict> {
  const { transact, writtenDown, signal, onProgress } = verification
  const { head, last } = await transact(readChainEnd)
  if (head === null) return broken(null, 'The head of the chain, which says how long it is, is gone.')
  let hash = hashBeforeFirst
  let position = 0
  let late = 0
  while (position < head.position) {
    if (signal.aborted) return { kind: 'stopped' }
    const links = await transact((trx) => readLinks(trx, position, linksAtOnce))
    if (links.length === 0) break
    for (const link of links) {
      if (position === head.position) break
      const fault = faultOf(link, hash, position, writtenDown)
      if (fault !== null) return fault
      if (link.event !== null && link.linkedAt.getTime() - link.event.at.getTime() > lateMilliseconds) late += 1
      hash = link.hash
      position = link.position
    }
    onProgress?.(position)
  }
  const fault = faultAtEnd({ head, last, position, hash, writtenDown }) ?? (await findOutside(verification))
  if (fault !== null) return fault
  return { kind: 'whole', head: { position, hash }, waiting: await transact(countWaiting), late }
}

/** The first event that the chain has long gone past without a link to it. */
async function findOutside({ transact, signal }: Verification): Promise<ChainVerdict | null> {
  for (let after: number | null = null; ; ) {
    if (signal.aborted) return { kind: 'stopped' }
    const from: number | null = after
    const { last, strange }: SettledStretch = await transact((trx) => readSettledStretch(trx, from, eventsAtOnce))
    if (strange !== null) {
      return broken(
        null,
        `The event ${strange.eventId} of ${strange.at.toISOString()} is outside the chain: it was put in later, or its link was taken away.`,
      )
    }
    if (last === null) return null
    after = last
  }
}

function faultOf(link: StoredLink, previousHash: string, before: number, writtenDown: ChainHead | null) {
  const { position, eventId, sequence, event, linkedAt, hash } = link
  if (position !== before + 1) {
    const isOne = position === before + 2
    return broken(
      before + 1,
      isOne ? 'This link was deleted.' : `The links ${before + 1} to ${position - 1} were deleted.`,
    )
  }
  if (event === null) return broken(position, `Its event ${eventId} was deleted.`)
  if (sequence !== event.sequence || linkHash(previousHash, { position, linkedAt }, event) !== hash) {
    return broken(
      position,
      `Its event ${eventId} of ${event.at.toISOString()}, or the link itself, was changed, put in or swapped.`,
    )
  }
  if (writtenDown?.position === position && writtenDown.hash !== hash) {
    return broken(position, 'Here or before, the chain was made anew: this is not the hash that was written down.')
  }
  return null
}

interface End {
  readonly head: ChainHead
  readonly last: number
  readonly position: number
  readonly hash: string
  readonly writtenDown: ChainHead | null
}

function faultAtEnd({ head, last, position, hash, writtenDown }: End): ChainVerdict | null {
  if (position < head.position) {
    const missing = head.position - position
    return broken(
      position + 1,
      `The chain ends before it. Its head counts ${head.position} links: the last ${missing} were cut off.`,
    )
  }
  if (hash !== head.hash) return broken(position, 'The head of the chain has another hash than its last link.')
  if (last > head.position) return broken(head.position + 1, 'There are links beyond the head of the chain.')
  if (writtenDown !== null && writtenDown.position > position) {
    return broken(
      position + 1,
      `A chain of ${writtenDown.position} links was written down: the last ${writtenDown.position - position} were cut off.`,
    )
  }
  return null
}

function broken(position: number | null, what: string): Extract<ChainVerdict, { kind: 'broken' }> {
  return { kind: 'broken', position, what }
}
