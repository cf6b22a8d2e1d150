import { type SqlBool, sql } from 'kysely'
import type { Trx } from '../plugins/operation.ts'
import { linkHash } from './chain-hash.ts'

/** Any fixed number: whoever holds this lock adds to the chain. */
const sealerLock = 820_412

/**
 * Events are numbered as they are written and seen as they are committed, so one may turn up after others with higher
 * numbers were linked. It is looked for this long behind the end of the chain; no transaction of the service lasts a
 * tenth of that.
 */
const lateMinutes = 10

/**
 * Links the oldest events that no link has yet and returns how many. Where another server is at it, none: it does the
 * work. All of it is one transaction, so a process that is killed leaves the chain as it was.
 */
export async function sealNextEvents(trx: Trx, { now, atMost }: { now: Date; atMost: number }): Promise<number> {
  const locked = await sql<{ is_mine: boolean }>`select pg_try_advisory_xact_lock(${sealerLock}) as is_mine`.execute(
    trx,
  )
  if (locked.rows[0]?.is_mine !== true) return 0
  const settled = await readSettledSequence(trx)
  // With numbers that are known beforehand the database goes through the newest events and links only.
  const hasNoLink = sql<SqlBool>`not exists (select from audit_link
    where audit_link.sequence = audit_event.sequence and audit_link.sequence > ${settled})`
  const events = await trx
    .selectFrom('audit_event')
    .selectAll()
    .where('sequence', '>', settled)
    .where(hasNoLink)
    .orderBy('sequence')
    .limit(atMost)
    .execute()
  if (events.length === 0) return 0

  const head = await trx.selectFrom('audit_head').select(['position', 'hash']).executeTakeFirstOrThrow()
  let { position, hash } = head
  const links = events.map((event) => {
    position += 1
    hash = linkHash(hash, { position, linkedAt: now }, event)
    return { position, event_id: event.event_id, sequence: event.sequence, linked_at: now, hash }
  })
  await trx.insertInto('audit_link').values(links).execute()
  await trx.updateTable('audit_head').set({ position, hash, linked_at: now }).execute()
  return links.length
}

/**
 * The number up to which every event has its link. It counts from the end of the chain and not from now: nobody links
 * while the service is down.
 */
export async function readSettledSequence(trx: Trx): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`
    select audit_link.sequence from audit_link, audit_head
    where audit_link.linked_at < audit_head.linked_at - make_interval(mins => ${lateMinutes})
    order by audit_link.position desc limit 1`.execute(trx)
  return rows[0]?.sequence ?? 0
}
