import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RoleOption } from '#domain/access/role-options.ts'
import { noRoleToChoose, signInRefusal } from '#domain/access/single-sign-on-refusals.ts'
import type { AnswerBody, Caller, OpenOperation } from '../../plugins/operation.ts'
import { Problem, toProblem } from '../../plugins/problem.ts'
import { bindAnew, browserOf } from './browser-binding.ts'
import type { SignInDesk, SingleSignOnParts } from './sign-in-desk.ts'
import { SignInRefused } from './sign-in-refused.ts'
import { signInStepRepository } from './sign-in-step-repository.ts'

export interface SingleSignOnOperations {
  readonly getSingleSignOn: OpenOperation<'getSingleSignOn'>
  readonly chooseRole: OpenOperation<'chooseRole'>
}

const notOffered: AnswerBody<'getSingleSignOn'> = {
  name: null,
  isUsed: false,
  roles: [],
  refusal: null,
  signOutAt: null,
}

/** Where no provider is set up. */
export const withoutSingleSignOn: SingleSignOnOperations = {
  getSingleSignOn: async () => ({ body: notOffered }),
  chooseRole: async () => {
    throw toProblem(noRoleToChoose)
  },
}

/** What the page asks about signing in at the provider. */
export function singleSignOnOperations(parts: SingleSignOnParts, desk: SignInDesk): SingleSignOnOperations {
  const { config, transact } = parts

  return {
    async getSingleSignOn({ request, caller, now }) {
      const browser = browserOf(request)
      const { choice, refusal, signOut } = await (browser === null ? nothing : readSteps(browser, now))
      const used = caller === null ? undefined : request.session.singleSignOn
      // Somebody who is signed in is offered nothing that another person left behind.
      const options = (caller === null ? choice?.options : used?.options) ?? []
      return {
        body: {
          name: config.name,
          isUsed: used !== undefined,
          roles: options.map((option) => ({ ...option, isPresent: isOptionOf(caller, option) })),
          refusal: refusal && {
            ...signInRefusal(refusal.kind, config.name, config.whomToAsk),
            heldRoles: [...refusal.heldRoles],
          },
          signOutAt: signOut === null ? null : '/sso/sign-out',
        },
      }
    },

    async chooseRole({ request, caller, body, audit, now }) {
      const browser = browserOf(request)
      const waiting = caller === null ? await desk.waitingChoice(request) : null
      const identity = waiting ?? (caller === null ? undefined : request.session.singleSignOn)
      const option = identity?.options.find(({ optionId }) => optionId === body.optionId)
      if (!identity || !option) throw toProblem(noRoleToChoose)
      if (waiting !== null && browser !== null) {
        const taken = await transact((trx) => signInStepRepository(trx).take({ browser, kind: 'role-choice' }, now))
        if (taken === null) throw toProblem(noRoleToChoose)
      }
      const { externalSubject, providerSession, name, email, idToken, options } = identity
      const person = { externalSubject, providerSession, name, email, idToken, options }
      const signedIn = await desk.signIn(request, person, option).catch((error: unknown) => {
        if (!(error instanceof SignInRefused)) throw error
        const { kind, title, detail, remedy } = signInRefusal(error.kind, config.name, config.whomToAsk)
        throw new Problem(403, kind, title, detail, remedy)
      })
      audit.account(signedIn.accountId)
      audit.by(signedIn)
      return { body: { returnTo: waiting?.returnTo ?? '/' } }
    },
  }

  function readSteps(browser: string, now: Date) {
    return transact(async (trx) => {
      const steps = signInStepRepository(trx)
      return {
        choice: await steps.find({ browser, kind: 'role-choice' }, now),
        refusal: await steps.find({ browser, kind: 'refusal' }, now),
        signOut: await steps.find({ browser, kind: 'sign-out' }, now),
      }
    })
  }
}

const nothing = { choice: null, refusal: null, signOut: null } as const

function isOptionOf(caller: Caller | null, { role, organisation }: RoleOption): boolean {
  return (
    caller?.role === role && (caller.organisation?.organisationId ?? null) === (organisation?.organisationId ?? null)
  )
}

/** An operation that ends this session: what is needed to sign out at the provider as well is kept until then. */
export function alsoAtProvider<Id extends 'signOut' | 'endAllSessions'>(
  desk: SignInDesk,
  operation: OpenOperation<Id>,
): OpenOperation<Id> {
  return async (asked) => {
    const { request, reply, caller }: { request: FastifyRequest; reply: FastifyReply; caller: Caller | null } = asked
    const idToken = caller === null ? undefined : request.session.singleSignOn?.idToken
    const answer = await operation(asked)
    await desk.forgetSteps(request)
    if (idToken !== undefined) await desk.keepForSignOut(bindAnew(request, reply), idToken)
    return answer
  }
}
