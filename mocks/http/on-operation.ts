import { type HttpHandler, HttpResponse, http } from 'msw/http'
import type { Role } from '#domain/access/role.ts'
import { secondFactorNeeded } from '#domain/access/second-factor-refusals.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { demonstration } from '../state/current-demonstration.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'
import { type Caller, findCaller, noteUse, sessionOf } from './caller.ts'
import type { AnswerBody, Method, OperationAt, PathWith, SuccessStatus } from './operation-types.ts'
import { notAllowed, notSignedIn, Problem, toProblem } from './problem.ts'
import { type RequestChecks, type RequestParts, readRequest } from './read-request.ts'

/** What every operation is given. `asOf` is today in London. */
export type Asked<Op> = RequestParts<Op> & {
  readonly state: DemonstrationState
  readonly now: Date
  readonly asOf: CalendarDate
  /** Under which name the sender is signed in. */
  readonly session: string
  readonly caller: Caller
}

/** `version` becomes the ETag. */
export interface Answer<Op> {
  readonly body: AnswerBody<Op>
  readonly version?: number
}

/** Hashes take the browser a moment; everything else is there at once. */
type Answering<Op> = Answer<Op> | Promise<Answer<Op>>

type Rules<Op> = RequestChecks<Op> & { readonly status: SuccessStatus<Op> }

/**
 * Answers one operation of the contract for people of some roles. Address, parameters, body and answer have the types
 * of the contract, so an answer that it does not describe is an error of the compiler.
 */
export function onOperation<M extends Method, P extends PathWith<M>>(
  method: M,
  path: P,
  rules: Rules<OperationAt<M, P>> & {
    readonly roles: readonly Role[]
    /** May be called by somebody who has yet to set up the second factor that is demanded. */
    readonly beforeSecondFactor?: true
  },
  respond: (asked: Asked<OperationAt<M, P>>) => Answering<OperationAt<M, P>>,
): HttpHandler {
  const mayCall = (caller: Caller | null): Caller => {
    if (caller === null) throw notSignedIn()
    if (caller.needsSecondFactor && rules.beforeSecondFactor !== true) throw toProblem(secondFactorNeeded)
    if (!rules.roles.includes(caller.role)) throw notAllowed('Your role does not include this.')
    return caller
  }
  return handle(method, path, rules, mayCall, (asked) => respond(asked))
}

/** Answers an operation that nobody needs to sign in for. */
export function onOpenOperation<M extends Method, P extends PathWith<M>>(
  method: M,
  path: P,
  rules: Rules<OperationAt<M, P>>,
  respond: (
    asked: Omit<Asked<OperationAt<M, P>>, 'caller'> & { readonly caller: Caller | null },
  ) => Answering<OperationAt<M, P>>,
): HttpHandler {
  return handle(
    method,
    path,
    rules,
    (caller) => caller,
    (asked) => respond(asked),
  )
}

/** Asks who it is before what is sent, as the server does, so that nobody else learns what a request should hold. */
function handle<M extends Method, P extends PathWith<M>, C extends Caller | null>(
  method: M,
  path: P,
  rules: Rules<OperationAt<M, P>>,
  admit: (caller: Caller | null) => C,
  respond: (asked: Omit<Asked<OperationAt<M, P>>, 'caller'> & { readonly caller: C }) => Answering<OperationAt<M, P>>,
): HttpHandler {
  const address = `*/api${String(path).replace(/\{(\w+)\}/g, ':$1')}`
  return http[method](address, async ({ request, params }) => {
    try {
      const session = sessionOf(request)
      if (admit(findCaller(demonstration(), session)) !== null) noteUse(demonstration(), session, request)
      const parts = await readRequest<OperationAt<M, P>>(rules, request, params)
      // Taken again after the wait for the body: it may have changed meanwhile.
      const state = demonstration()
      const caller = admit(findCaller(state, session))
      const now = state.now()
      return toResponse(
        rules.status,
        await respond({ ...parts, state, session, now, asOf: calendarDateInLondon(now), caller }),
      )
    } catch (error) {
      if (error instanceof Problem) return error.toResponse()
      throw error
    }
  })
}

function toResponse(status: number, { body, version }: Answer<unknown>): HttpResponse<undefined> {
  const headers: Record<string, string> = version === undefined ? {} : { etag: `"${version}"` }
  return body === undefined ? new HttpResponse(null, { status, headers }) : HttpResponse.json(body, { status, headers })
}
