import { sql } from 'kysely'
import type { Trx } from '../plugins/operation.ts'
import type { StoredEvent } from './chain-hash.ts'
import { settledSequence } from './seal-chain-repository.ts'

export interface ChainHead {
  readonly position: number
  readonly hash: string
}

export interface StoredLink {
  readonly position: number
  readonly eventId: string
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
    .select(['position', 'event_id as eventId', 'linked_at as linkedAt', 'hash'])
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

/** The first event outside the chain that it has long gone past, and how many just wait for their link. */
export async function readUnlinked(
  trx: Trx,
): Promise<{ readonly strange: { readonly eventId: string; readonly at: Date } | null; readonly waiting: number }> {
  const unlinked = trx
    .selectFrom('audit_event')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit_link').select('position').whereRef('audit_link.event_id', '=', 'audit_event.event_id'),
        ),
      ),
    )
  const strange = await unlinked
    .select(['event_id as eventId', 'at'])
    .where('sequence', '<=', settledSequence)
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()
  const { waiting } = await unlinked
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('sequence', '>', settledSequence)
    .executeTakeFirstOrThrow()
  return { strange: strange ?? null, waiting }
}
