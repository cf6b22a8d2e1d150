import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { accessBasisOf } from '#domain/audit/access-basis.ts'
import { type AuditAction, type AuditOutcome, auditActions } from '#domain/audit/audit-action.ts'
import type { AuditActor, AuditEvent, AuditSubjects } from '../audit/audit-event.ts'
import { type TakenNotes, takeAuditNotes } from '../audit/audit-notes.ts'
import { fieldNames } from '../audit/field-names.ts'
import type { Caller, Trx } from './operation.ts'

/** Where events go. */
export interface AuditLog {
  /** With the transaction of what the event tells of. */
  add(trx: Trx, event: AuditEvent): Promise<void>
  /** In a transaction of its own, on behalf of whoever acts: what was refused has none, or one that was undone. */
  addAlone(caller: Caller | null, event: AuditEvent): Promise<void>
}

/** What the contract says under `x-audit`. */
export interface AuditRule {
  readonly action: string
  readonly reason?: string
}

/**
 * As what an operation is written into the log; null where the contract says why it is not.
 *
 * @throws Error for an operation about which the contract says nothing
 */
export function auditActionOf(operationId: string, rule: AuditRule | undefined): AuditAction | null {
  if (rule?.action === 'none' && rule.reason) return null
  const known = auditActions.find(({ action }) => action === rule?.action)
  if (known) return known.action
  throw new Error(
    `The operation ${operationId} does not say how it is audited: give it x-audit, or none with a reason.`,
  )
}

/** One request to an operation, as the log sees it. */
export interface AuditedUse {
  readonly operationId: string
  readonly action: AuditAction
  readonly request: FastifyRequest
  readonly caller: Caller | null
  /** Of the session that the request came with; signing out ends it before the event is written. */
  readonly sessionRef: string | null
  readonly at: Date
}

const latestNotes = new WeakMap<FastifyRequest, TakenNotes>()

/** Begins the notes of one attempt. A transaction that is repeated begins them anew. */
export function beginNotes(request: FastifyRequest): TakenNotes {
  const notes = takeAuditNotes(subjectsNamedBy(request))
  latestNotes.set(request, notes)
  return notes
}

/** What the last attempt noted, or what the address names where it never came to one. */
export function notesOf(request: FastifyRequest): TakenNotes {
  return latestNotes.get(request) ?? takeAuditNotes(subjectsNamedBy(request))
}

/** The event of a request that was answered. */
export function answeredEvent(use: AuditedUse, notes: TakenNotes, body: unknown): AuditEvent {
  const { query, body: sent } = use.request
  return {
    ...eventOf(use, notes.subjects(), notes.outcome()),
    count: countOf(body),
    fields: notes.changedFields() ?? fieldNames(query, sent),
    reason: null,
  }
}

/** The event of a request that was not. What it sent may be anything, so not even the names of it are kept. */
export function refusedEvent(use: AuditedUse, outcome: AuditOutcome, reason: string | null): AuditEvent {
  // Nobody had a ground to be let in, so none is written.
  return { ...eventOf(use, notesOf(use.request).subjects(), outcome), basis: null, count: null, fields: [], reason }
}

/** Tells sessions apart; it is cut from the hash that is stored of the identifier and opens nothing. */
export function sessionRefOf({ session }: FastifyRequest): string | null {
  if (!session?.accountId) return null
  return createHash('sha256').update(session.sessionId).digest('hex').slice(0, 16)
}

function eventOf(use: AuditedUse, subjects: AuditSubjects, outcome: AuditOutcome) {
  const { operationId, action, request, caller, sessionRef, at } = use
  const concernsPatients = subjects.patientIds.length > 0 || subjects.referralIds.length > 0 || action === 'search'
  return {
    at,
    actor: actorOf(caller),
    operation: operationId,
    action,
    outcome,
    request: { requestId: request.id, sessionRef, address: request.ip },
    basis:
      caller !== null && concernsPatients ? accessBasisOf(caller.role, aboutPatients(use, subjects, caller)) : null,
    subjects,
  }
}

/** No list shows a record that was only opened, so it is one patient whom such a use is about. */
function aboutPatients(
  { action }: AuditedUse,
  { patientIds, referralIds }: AuditSubjects,
  { openedPatientIds }: Caller,
) {
  return {
    namesPatients: patientIds.length > 0 || referralIds.length > 0,
    isOpened: action === 'emergency' || patientIds.some((id) => openedPatientIds.includes(id)),
  }
}

function actorOf(caller: Caller | null): AuditActor {
  if (caller === null) return { kind: 'nobody' }
  const { accountId, name, role, organisation } = caller
  return { kind: 'person', accountId, name, role, organisationId: organisation?.organisationId ?? null }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whom and what the request itself names by identifier. It may not have been checked yet: anything else is passed over. */
function subjectsNamedBy({ params, query, body }: FastifyRequest): AuditSubjects {
  const named = { ...objectOf(body), ...objectOf(query), ...objectOf(params) }
  const idOf = (name: string): string | null => {
    const value = named[name]
    return typeof value === 'string' && uuid.test(value) ? value : null
  }
  return {
    patientIds: [idOf('patientId') ?? []].flat(),
    referralIds: [idOf('referralId') ?? []].flat(),
    trialId: idOf('trialId'),
    accountId: idOf('accountId'),
  }
}

/** How many were found: the total that a list tells, or else its length. */
function countOf(body: unknown): number | null {
  const { total, items, rows, entries } = objectOf(body)
  const { count } = objectOf(total)
  if (typeof count === 'number') return count
  const list = items ?? rows ?? entries
  return Array.isArray(list) ? list.length : null
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
