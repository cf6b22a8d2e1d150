import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import glue from 'fastify-openapi-glue'
import type { operations } from '#api/schema.ts'
import { isRole, type Role } from '#domain/access/role.ts'
import { secondFactorNeeded } from '#domain/access/second-factor-refusals.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import type { TakenNotes } from '../audit/audit-notes.ts'
import type { Clock } from '../clock.ts'
import {
  type AuditedUse,
  type AuditLog,
  type AuditRule,
  answeredEvent,
  auditActionOf,
  beginNotes,
  sessionRefOf,
} from './audit-log.ts'
import { auditRefusals } from './audit-refusals.ts'
import { checkAnswers } from './check-answers.ts'
import type { Answer, Asked, Caller, OpenAuditNotes, OpenOperation, Operation, Trx } from './operation.ts'
import { notAllowed, notSignedIn, toProblem } from './problem.ts'
import { refuseMissingBody } from './refuse-missing-body.ts'
import { refuseUnknownQuery } from './refuse-unknown-query.ts'
import { refuseUnstorableText } from './refuse-unstorable-text.ts'
import { unnamedSubjects } from './unnamed-subjects.ts'
import { writeAhead } from './written-ahead.ts'

export type OperationId = keyof operations

/** Operations whose contract says `x-transaction: none`; all others run inside the request's transaction. */
export type OpenOperationId =
  | 'getHealth'
  | 'getReady'
  | 'getSession'
  | 'getSessionExpiry'
  | 'listOwnSessions'
  | 'endOwnSession'
  | 'endAllSessions'
  | 'changeOwnPassword'
  | 'giveSecondFactor'
  | 'getSecondFactor'
  | 'beginSecondFactor'
  | 'confirmSecondFactor'
  | 'removeSecondFactor'
  | 'signIn'
  | 'signOut'
  | 'getSingleSignOn'
  | 'chooseRole'
  | 'createFirstAdministrator'
  | 'createAccount'
  | 'recoverAccount'
  | 'listCancerTypes'
  | 'listReleases'
  | 'getTrialAttrition'
  | 'getTrialFeasibility'
  | 'assessFeasibility'

/** One handler for each operation of the contract: a missing or misspelt one is an error of the compiler. */
export type Operations = { [Id in OperationId]: Id extends OpenOperationId ? OpenOperation<Id> : Operation<Id> }

export interface ContractParts {
  readonly specification: Contract
  readonly operations: Operations
  readonly clock: Clock
  /** Who the session cookie of a request belongs to, read with the session; null for nobody. */
  readonly callerOf: (request: FastifyRequest) => Caller | null
  /** Runs one short transaction on behalf of a caller. */
  readonly transact: <Result>(caller: Caller, work: (trx: Trx) => Promise<Result>) => Promise<Result>
  readonly audit: AuditLog
  /** Tests only: refuse to send an answer that the contract does not describe, or that shows a patient not audited. */
  readonly checksAnswers: boolean
}

/** The parts of the OpenAPI document that are read here. */
export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>
}

interface ContractOperation {
  readonly operationId: OperationId
  readonly security?: readonly object[]
  readonly 'x-roles'?: readonly string[]
  readonly 'x-transaction'?: 'none'
  readonly 'x-before-second-factor'?: true
  readonly 'x-audit'?: AuditRule
}

/** Registers every operation of the contract with its schemas, its roles and its transaction. */
export async function registerContract(app: FastifyInstance, parts: ContractParts): Promise<void> {
  const described = new Map<string, ContractOperation>(
    Object.values(parts.specification.paths)
      .flatMap((path) => Object.values(path))
      .map((operation) => [operation.operationId, operation]),
  )
  for (const id of Object.keys(parts.operations)) {
    if (!described.has(id)) throw new Error(`The handler ${id} belongs to no operation of the contract.`)
  }
  admitFirst(app, described, parts)
  auditRefusals(app, { ...parts, log: parts.audit, operationOf: (request) => refusedOperation(request, described) })
  refuseUnknownQuery(app)
  refuseMissingBody(app)
  refuseUnstorableText(app)
  if (parts.checksAnswers) checkAnswers(app)
  await app.register(glue, {
    specification: parts.specification,
    prefix: '/api',
    operationResolver: (id) => {
      const operation = described.get(id)
      if (!operation || !(id in parts.operations))
        throw new Error(`The operation ${id} of the contract has no handler.`)
      return handle(operation, parts)
    },
    securityHandlers: { session: async () => {} },
  })
}

function handle(operation: ContractOperation, parts: ContractParts) {
  const id = operation.operationId
  const action = auditActionOf(id, operation['x-audit'])
  if (!isPublic(operation) && rolesOf(operation).length === 0)
    throw new Error(`The operation ${id} is neither public nor open to any role.`)

  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const caller = parts.callerOf(request)
    // Also here: that strangers stay out must not hang on a hook having found the operation.
    if (!isPublic(operation)) mayCall(caller, operation, request)
    const asked = toAsked(request, parts.clock)
    const use =
      action === null || (action === 'sign-out' && caller === null)
        ? null
        : { operationId: id, action, request, caller, sessionRef: sessionRefOf(request), at: asked.now }
    if (operation['x-transaction'] === 'none') {
      const work = (audit: OpenAuditNotes) => runOpen(parts.operations[id], { ...asked, audit, caller, request, reply })
      return send(await workInTheOpen(parts, use, request, work), request, reply)
    }
    const answer = await parts.transact(mustBeSomebody(caller), async (trx) => {
      const audit = beginNotes(request)
      const done = await run(parts.operations[id], { ...asked, audit, caller: mustBeSomebody(caller), trx })
      if (use !== null) {
        const event = answeredEvent(use, named(audit, done, parts), done.body)
        await Promise.all([parts.audit.add(trx, event), writeAhead(done.body)])
      }
      return done
    })
    return send(answer, request, reply)
  }
}

/** Does the work of an operation that opens its own transactions, and writes its event unless it has done so itself. */
async function workInTheOpen(
  parts: ContractParts,
  use: AuditedUse | null,
  request: FastifyRequest,
  work: (audit: OpenAuditNotes) => Promise<AnyAnswer>,
): Promise<AnyAnswer> {
  const notes = beginNotes(request)
  let by = use?.caller ?? null
  let isWritten = use === null
  const event = (body: unknown) =>
    use && answeredEvent({ ...use, caller: by, sessionRef: use.sessionRef ?? sessionRefOf(request) }, notes, body)
  const done = await work({
    ...notes,
    by(caller) {
      by = caller
    },
    async writeWith(trx) {
      const written = event(undefined)
      if (written !== null) await parts.audit.add(trx, written)
      isWritten = true
    },
  })
  const left = isWritten ? null : event(named(notes, done, parts) && done.body)
  if (left !== null) await parts.audit.addAlone(by, left).catch((error: unknown) => endNewSession(request, use, error))
  return done
}

/** Nobody is signed in without a trace: a session that was only just opened ends again. */
async function endNewSession(request: FastifyRequest, use: AuditedUse | null, error: unknown): Promise<never> {
  if (use?.caller === null && request.session?.accountId) await request.session.destroy()
  throw error
}

/** The notes, once it is certain that they name everybody whom the answer shows. */
function named(notes: TakenNotes, { body }: AnyAnswer, { checksAnswers }: ContractParts): TakenNotes {
  const unnamed = checksAnswers ? unnamedSubjects(body, notes.subjects()) : []
  if (unnamed.length === 0) return notes
  throw new Error(`The answer shows patients whom its operation does not name for the audit log: ${unnamed.join(', ')}`)
}

/** Asks who it is before the body is read: what a request should hold is told only to those who may send it. */
function admitFirst(
  app: FastifyInstance,
  described: ReadonlyMap<string, ContractOperation>,
  parts: ContractParts,
): void {
  app.addHook('onRequest', async (request) => {
    const operation = operationOf(request, described)
    if (operation && !isPublic(operation)) mayCall(parts.callerOf(request), operation, request)
  })
}

function operationOf(request: FastifyRequest, described: ReadonlyMap<string, ContractOperation>) {
  const { operationId } = (request.routeOptions.schema ?? {}) as { readonly operationId?: string }
  return described.get(operationId ?? '')
}

/** A denial is audited also where what was denied is not, once somebody has it. */
function refusedOperation(request: FastifyRequest, described: ReadonlyMap<string, ContractOperation>) {
  const operation = operationOf(request, described)
  if (!operation) return null
  const { operationId, 'x-audit': rule } = operation
  const action = auditActionOf(operationId, rule)
  if (action === null && isPublic(operation)) return null
  return { operationId, action: action ?? 'view' }
}

const isPublic = ({ security }: ContractOperation): boolean => security?.length === 0

// The contract ties each identifier to its own types; behind this line they are only carried from one to the other.
type AnyAsked = Asked<never>
type AnyAnswer = Answer<never>

function run(operation: unknown, asked: AnyAsked & { trx: Trx; caller: Caller }): Promise<AnyAnswer> {
  return (operation as Operation<never>)(asked)
}

function runOpen(
  operation: unknown,
  asked: AnyAsked & { caller: Caller | null; request: FastifyRequest; reply: FastifyReply; audit: OpenAuditNotes },
): Promise<AnyAnswer> {
  return (operation as OpenOperation<never>)(asked)
}

function rolesOf({ operationId, 'x-roles': words = [] }: ContractOperation): readonly Role[] {
  return words.map((word) => {
    if (!isRole(word)) throw new Error(`The operation ${operationId} is open to "${word}", which is not a role.`)
    return word
  })
}

function mayCall(caller: Caller | null, operation: ContractOperation, { session }: FastifyRequest): void {
  if (caller === null) throw notSignedIn()
  if (session?.mustSetUpSecondFactor === true && operation['x-before-second-factor'] !== true) {
    throw toProblem(secondFactorNeeded)
  }
  if (!rolesOf(operation).includes(caller.role)) throw notAllowed('Your role does not include this.')
}

function mustBeSomebody(caller: Caller | null): Caller {
  if (caller === null) throw notSignedIn()
  return caller
}

function toAsked(request: FastifyRequest, clock: Clock): Omit<AnyAsked, 'audit'> {
  const now = clock.now()
  const { params, query, headers, body } = request
  return { now, asOf: calendarDateInLondon(now), params, query, headers, body } as Omit<AnyAsked, 'audit'>
}

function send(answer: AnyAnswer, request: FastifyRequest, reply: FastifyReply): unknown {
  if (answer.version !== undefined) reply.header('etag', `"${answer.version}"`)
  if (answer.body === undefined) return reply.code(204).send()
  const isCreation =
    request.method === 'POST' &&
    request.routeOptions.schema?.response !== undefined &&
    '201' in (request.routeOptions.schema.response as object)
  return reply.code(isCreation ? 201 : 200).send(answer.body)
}
