import type { Generated, JSONColumnType } from 'kysely'

export interface IdempotencyKeyTable {
  account_id: string
  key: string
  operation: string
  request_hash: string
  answer: JSONColumnType<Record<string, unknown>, string, string>
  created_at: Generated<Date>
}

export interface OutboxTable {
  outbox_id: Generated<number>
  topic: string
  payload: JSONColumnType<Record<string, unknown>, string, string>
  created_at: Generated<Date>
  handled_at: Date | null
}

export interface JobTable {
  job_id: Generated<number>
  kind: string
  subject: string
  progress: JSONColumnType<Record<string, unknown>, string | undefined, string>
  run_after: Generated<Date>
  leased_until: Date | null
  attempts: Generated<number>
  last_error: string | null
  finished_at: Date | null
}
