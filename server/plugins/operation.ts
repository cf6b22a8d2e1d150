import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Transaction } from 'kysely'
import type { operations } from '#api/schema.ts'
import type { TrialDuty } from '#domain/access/delegation.ts'
import type { HeldNamedRole } from '#domain/access/named-role.ts'
import type { Role } from '#domain/access/role.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { AuditNotes } from '../audit/audit-notes.ts'
import type { Database } from '../database/schema.ts'

/** Who is asking, read afresh from the database on every request. */
export interface Caller {
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly organisation: CallerOrganisation | null
  /** The clinical teams that the person is a member of today. */
  readonly teamIds: readonly string[]
  /** On whom the person is named today, and as what. */
  readonly namedRoles: readonly HeldNamedRole[]
  /** Patients of other teams whose records the person has opened for a stated reason, while that holds. */
  readonly openedPatientIds: readonly string[]
  /** What the person is delegated to do today at the site of the own organisation. */
  readonly trialDuties: readonly TrialDuty[]
}

export interface CallerOrganisation {
  readonly organisationId: string
  readonly code: string
  readonly name: string
  readonly latitude: number | null
  readonly longitude: number | null
}

/** The one open transaction of a request. Only repositories run statements on it. */
export type Trx = Transaction<Database>

type Part<Id extends keyof operations, Name extends 'path' | 'query' | 'header'> = operations[Id] extends {
  parameters: { [K in Name]?: infer P }
}
  ? NonNullable<P>
  : Record<string, never>

type Body<Id extends keyof operations> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer B } }
}
  ? B
  : undefined

/** The body of the one success answer of an operation. */
export type AnswerBody<Id extends keyof operations> = operations[Id] extends { responses: infer R }
  ? {
      [S in keyof R]: S extends 200 | 201
        ? R[S] extends { content: { 'application/json': infer J } }
          ? J
          : never
        : never
    }[keyof R]
  : never

/** What every operation is given. `asOf` is today in London, taken once for the whole request. */
export interface Asked<Id extends keyof operations> {
  readonly asOf: CalendarDate
  readonly now: Date
  readonly params: Part<Id, 'path'>
  readonly query: Part<Id, 'query'>
  readonly headers: Part<Id, 'header'>
  readonly body: Body<Id>
  /** Says whom the answer shows and what was changed, beyond what the address names. */
  readonly audit: AuditNotes
}

/** What an operation that opens its own transactions can tell the audit log besides. */
export interface OpenAuditNotes extends AuditNotes {
  /** Who it was, where that is known only once the operation is done. */
  by(caller: Caller): void
  /** Writes the event now, with the transaction that makes the change; otherwise it is written when the answer is there. */
  writeWith(trx: Trx): Promise<void>
}

/** An operation inside the request's transaction, for a caller whose role may call it. */
export type Operation<Id extends keyof operations> = (
  asked: Asked<Id> & { readonly trx: Trx; readonly caller: Caller },
) => Promise<Answer<Id>>

/** An operation that opens its own short transactions. It gets the raw request because it signs in and out. */
export type OpenOperation<Id extends keyof operations> = (
  asked: Asked<Id> & {
    readonly caller: Caller | null
    readonly request: FastifyRequest
    readonly reply: FastifyReply
    readonly audit: OpenAuditNotes
  },
) => Promise<Answer<Id>>

/** `version` becomes the ETag. An operation without a body answers `{}`. */
export interface Answer<Id extends keyof operations> {
  readonly body?: AnswerBody<Id>
  readonly version?: number
}
