import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AuditAction, AuditOutcome } from '#domain/audit/audit-action.ts'
import type { Clock } from '../clock.ts'
import { type AuditLog, refusedEvent, sessionRefOf } from './audit-log.ts'
import type { Caller } from './operation.ts'
import { strangersLimit } from './strangers-limit.ts'

export interface RefusalParts {
  /** As what the operation of a request is audited, also one that is not when it succeeds; null for none. */
  readonly operationOf: (
    request: FastifyRequest,
  ) => { readonly operationId: string; readonly action: AuditAction } | null
  readonly callerOf: (request: FastifyRequest) => Caller | null
  readonly log: AuditLog
  readonly clock: Clock
}

/**
 * Writes every denial and every change that did not come about into the audit log, before the answer is sent. By then
 * the transaction of the operation is undone, so the event has one of its own. Where it cannot be written, the refusal
 * is sent all the same, and the fault is logged.
 */
export function auditRefusals(app: FastifyInstance, { operationOf, callerOf, log, clock }: RefusalParts): void {
  const strangers = strangersLimit((address) =>
    app.log.warn({ address }, 'more refusals to people who are not signed in than the audit log takes in a minute'),
  )
  app.addHook('onSend', async (request, reply, payload) => {
    const operation = reply.statusCode < 400 ? null : operationOf(request)
    if (operation === null) return payload
    const reason = kindOfProblem(payload)
    const outcome = outcomeOf(reply, reason, operation.action)
    if (outcome === null) return payload
    const at = clock.now()
    const caller = callerOf(request)
    if (caller === null && !strangers.admits(request.ip, at)) return payload
    try {
      const use = { ...operation, request, caller, sessionRef: sessionRefOf(request), at }
      await log.addAlone(caller, refusedEvent(use, outcome, reason))
    } catch (err) {
      request.log.error({ err }, 'a refusal was not written into the audit log')
    }
    return payload
  })
}

/** Null for what leaves nothing to tell: somebody asked to read in a form that is not understood. */
function outcomeOf({ statusCode }: FastifyReply, reason: string | null, action: AuditAction): AuditOutcome | null {
  if (statusCode === 401 || statusCode === 403 || (statusCode === 404 && reason === 'not-found')) return 'denied'
  if (action !== 'change' && action !== 'sign-in') return null
  return statusCode < 500 ? 'refused' : 'failed'
}

function kindOfProblem(payload: unknown): string | null {
  if (typeof payload !== 'string') return null
  try {
    const { type }: { type?: unknown } = JSON.parse(payload)
    return typeof type === 'string' ? type.replace('urn:problem:', '') : null
  } catch {
    return null
  }
}
