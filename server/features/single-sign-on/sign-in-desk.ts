import type { FastifyRequest } from 'fastify'
import { assuranceLevels, emailOf, nameOf, rolesFromCis2, rolesFromPlain } from '#domain/access/provider-claims.ts'
import { heldRoleWords, type RoleOption, roleOptions } from '#domain/access/role-options.ts'
import { type AuditEvent, noSubjects } from '../../audit/audit-event.ts'
import type { Clock } from '../../clock.ts'
import { sessionRefOf } from '../../plugins/audit-log.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'
import type { SingleSignOnConfig } from '../../single-sign-on-config.ts'
import { browserOf, stepMinutes } from './browser-binding.ts'
import type { IdentityProvider, ProviderAnswer } from './identity-provider.ts'
import { providerAccountRepository } from './provider-account-repository.ts'
import { SignInRefused } from './sign-in-refused.ts'
import { type Identity, signInStepRepository } from './sign-in-step-repository.ts'

declare module 'fastify' {
  interface Session {
    /** Of a session that single sign-on opened: who it is there, and the roles to change to. */
    singleSignOn?: Identity
  }
}

export interface SingleSignOnParts {
  readonly config: SingleSignOnConfig
  readonly provider: IdentityProvider
  readonly publicOrigin: string
  readonly clock: Clock
  /** One short transaction on behalf of nobody: before signing in there is nobody. */
  readonly transact: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>
  /** Opens a new session for an account, and ends the one before. */
  readonly beginSession: (request: FastifyRequest, accountId: string) => Promise<void>
  readonly audit: {
    add(trx: Trx, event: AuditEvent): Promise<void>
    addAlone(caller: Caller | null, event: AuditEvent): Promise<void>
  }
}

/** What is decided and kept between the provider's answer and the session. */
export function signInDesk(parts: SingleSignOnParts) {
  const { config, clock, transact } = parts
  const stepEnd = () => new Date(clock.now().getTime() + stepMinutes * 60_000)

  return {
    stepEnd,

    /** Whether somebody may come in, and in which roles. */
    async judge({ claims, subject, idToken, providerSession }: ProviderAnswer): Promise<Identity> {
      refuseLowAssurance(config, claims)
      const externalSubject = `${config.issuer} ${subject}`
      const held = config.claims.form === 'cis2' ? rolesFromCis2(claims) : rolesFromPlain(claims, config.claims.names)
      return transact(async (trx) => {
        const repository = providerAccountRepository(trx)
        const account = await repository.isOpen(externalSubject)
        if (account?.isActive === false) throw new SignInRefused('account-closed', 'the account is closed')
        const options = roleOptions(held, config.roles, await repository.listOrganisations())
        if (options.length === 0) {
          const words = [...new Set(held.map(heldRoleWords))].slice(0, 20)
          throw new SignInRefused('no-role-here', 'none of the roles opens this service', words)
        }
        const email = emailOf(claims)
        return { externalSubject, providerSession, name: nameOf(claims, subject), email, idToken, options }
      })
    },

    /** Brings the account up to date and opens the session. Whoever calls writes that somebody signed in. */
    async signIn(request: FastifyRequest, identity: Identity, option: RoleOption): Promise<Caller> {
      const { externalSubject, name, email } = identity
      const { role, organisation } = option
      const organisationId = organisation?.organisationId ?? null
      const account = { externalSubject, name, email, role, organisationId }
      const kept = await transact(async (trx) => {
        const done = await providerAccountRepository(trx).keepAccount(account)
        if (done.kind === 'kept' && done.changed.length > 0) {
          const subjects = { ...noSubjects, accountId: done.accountId }
          const fields = done.changed.toSorted()
          await parts.audit.add(trx, { ...eventOf(request, 'keepAccountOfProvider', 'change'), subjects, fields })
        }
        return done
      })
      if (kept.kind === 'closed') throw new SignInRefused('account-closed', 'the account is closed')
      if (kept.kind === 'not-set-up') throw new SignInRefused('not-set-up', 'there is no administrator yet')
      const caller = await transact((trx) => providerAccountRepository(trx).findCaller(kept.accountId, clock.now()))
      if (caller === null) throw new SignInRefused('account-closed', 'the account was closed meanwhile')
      await parts.beginSession(request, caller.accountId)
      request.session.singleSignOn = identity
      return caller
    },

    /** Nobody is signed in without a trace: where it cannot be written, the session ends again. */
    async noteSignIn(request: FastifyRequest, caller: Caller): Promise<void> {
      const { accountId, name, role, organisation } = caller
      const actor = {
        kind: 'person',
        accountId,
        name,
        role,
        organisationId: organisation?.organisationId ?? null,
      } as const
      const subjects = { ...noSubjects, accountId }
      const event = { ...eventOf(request, 'signInAtProvider', 'sign-in'), actor, subjects }
      try {
        await parts.audit.addAlone(caller, event)
      } catch (error) {
        await request.session.destroy()
        throw error
      }
    },

    async noteRefusal(request: FastifyRequest, { kind }: SignInRefused): Promise<void> {
      const event = eventOf(request, 'signInAtProvider', 'sign-in')
      await parts.audit.addAlone(null, { ...event, outcome: 'denied', reason: kind })
    },

    eventOf,

    /** Whom this browser is about to choose a role for. */
    waitingChoice(request: FastifyRequest) {
      const browser = browserOf(request)
      if (browser === null) return Promise.resolve(null)
      return transact((trx) => signInStepRepository(trx).find({ browser, kind: 'role-choice' }, clock.now()))
    },

    /** What this browser was in the middle of, at the end of which somebody would be signed in. */
    async forgetSteps(request: FastifyRequest): Promise<void> {
      const browser = browserOf(request)
      if (browser !== null) await transact((trx) => signInStepRepository(trx).forget(browser))
    },

    /** Keeps what is needed to sign out at the provider too, before the session that holds it ends. */
    async keepForSignOut(browser: string, idToken: string): Promise<void> {
      await transact((trx) => signInStepRepository(trx).keep({ browser, kind: 'sign-out' }, { idToken }, stepEnd()))
    },
  }

  function eventOf(
    request: FastifyRequest,
    operation: 'signInAtProvider' | 'keepAccountOfProvider' | 'signOutByProvider',
    action: AuditEvent['action'],
  ): AuditEvent {
    return {
      at: clock.now(),
      actor: { kind: 'nobody' },
      operation,
      action,
      outcome: 'done',
      request: { requestId: request.id, sessionRef: sessionRefOf(request), address: request.ip },
      basis: null,
      subjects: noSubjects,
      count: null,
      fields: [],
      reason: null,
    }
  }
}

export type SignInDesk = ReturnType<typeof signInDesk>

function refuseLowAssurance(
  { lowestLevels, claims: { form }, acrValues }: SingleSignOnConfig,
  claims: ProviderAnswer['claims'],
): void {
  const levels = assuranceLevels(claims)
  if (levels.authentication < lowestLevels.authentication || levels.identity < lowestLevels.identity) {
    const found = `authentication ${levels.authentication}, identity ${levels.identity}`
    throw new SignInRefused('assurance-too-low', `the levels are too low: ${found}`)
  }
  // NHS CIS2 Authentication answers with a class of its own wording and tells levels besides; others have the class alone.
  if (form === 'plain' && acrValues.length > 0 && !acrValues.includes(String(claims.acr))) {
    throw new SignInRefused('assurance-too-low', 'the authentication is of another class than was asked for')
  }
}
