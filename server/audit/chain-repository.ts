import { sql } from 'kysely'
import type { Trx } from '../plugins/operation.ts'
import type { StoredEvent } from './chain-hash.ts'
import { readSettledSequence } from './seal-chain-repository.ts'

export interface ChainHead {
  readonly position: number
  readonly hash: string
}

export interface StoredLink {
  readonly position: number
  readonly eventId: string
  readonly sequence: number
  readonly linkedAt: Date
  readonly hash: string
  /** Null where there is no such event any more. */
  readonly event: StoredEvent | null
}

/** How long the chain is said to be, and how long it is, at one moment. */
export async function readChainEnd(trx: Trx): Promise<{ readonly head: ChainHead | null; readonly last: number }> {
  const { rows } = await sql<{ last: number; position: number | null; hash: string | null }>`
    select end_of.last, audit_head.position, audit_head.hash
    from (select coalesce(max(position), 0) as last from audit_link) as end_of left join audit_head on true`.execute(
    trx,
  )
  const { last = 0, position = null, hash = null } = rows[0] ?? {}
  return { head: position === null || hash === null ? null : { position, hash }, last }
}

/** The next links after a position with their events, in order. */
export async function readLinks(trx: Trx, after: number, atMost: number): Promise<StoredLink[]> {
  const links = await trx
    .selectFrom('audit_link')
    .select(['position', 'event_id as eventId', 'sequence', 'linked_at as linkedAt', 'hash'])
    .where('position', '>', after)
    .orderBy('position')
    .limit(atMost)
    .execute()
  const ids = links.map(({ eventId }) => eventId)
  const events =
    ids.length === 0 ? [] : await trx.selectFrom('audit_event').selectAll().where('event_id', 'in', ids).execute()
  const byId = new Map(events.map((event) => [event.event_id, event]))
  return links.map((link) => ({ ...link, event: byId.get(link.eventId) ?? null }))
}

/** How many events of the last moments have no link yet. */
export async function countWaiting(trx: Trx): Promise<number> {
  const settled = await readSettledSequence(trx)
  const { rows } = await sql<{ waiting: number }>`
    select count(*) as waiting from audit_event
    where sequence > ${settled} and not exists (select from audit_link
      where audit_link.sequence = audit_event.sequence and audit_link.sequence > ${settled})`.execute(trx)
  return rows[0]?.waiting ?? 0
}

export interface SettledStretch {
  /** The last event of this stretch; null where the chain has not gone past any more. */
  readonly last: number | null
  /** The first event of this stretch without a link. */
  readonly strange: { readonly eventId: string; readonly at: Date } | null
}

/** The next events after a number that the chain has long gone past: each must have its link. */
export async function readSettledStretch(trx: Trx, after: number | null, atMost: number): Promise<SettledStretch> {
  const settled = await readSettledSequence(trx)
  const { rows } = await sql<{ last: number | null; event_id: string | null; at: Date | null }>`
    with stretch as (
      select event_id, at, sequence from audit_event
      where sequence <= ${settled} and (${after}::bigint is null or sequence > ${after}::bigint)
      order by sequence limit ${atMost}
    ), strange as (
      select event_id, at from stretch
      where not exists (select from audit_link where audit_link.sequence = stretch.sequence)
      order by sequence limit 1
    )
    select end_of.last, strange.event_id, strange.at
    from (select max(sequence) as last from stretch) as end_of left join strange on true`.execute(trx)
  const { last = null, event_id: eventId = null, at = null } = rows[0] ?? {}
  return { last, strange: eventId === null || at === null ? null : { eventId, at } }
}
