import type { FastifyInstance } from 'fastify'
import { noSubjects } from '../../audit/audit-event.ts'
import { Problem } from '../../plugins/problem.ts'
import { hashOf } from './browser-binding.ts'
import { logoutTokenMinutes } from './logout-token.ts'
import { providerAccountRepository } from './provider-account-repository.ts'
import { refusalOf } from './provider-failure.ts'
import type { SignInDesk, SingleSignOnParts } from './sign-in-desk.ts'
import { signInStepRepository } from './sign-in-step-repository.ts'

/** Where the provider tells by itself that somebody has signed out there: the sessions that it opened here end. */
export function addBackChannelLogout(
  scope: FastifyInstance,
  { config, provider, clock, transact, audit }: SingleSignOnParts,
  desk: SignInDesk,
): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 65_536 },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  )
  scope.post(
    '/sso/back-channel-logout',
    { config: { rateLimit: { max: 600, timeWindow: 60_000 } } },
    async (request, reply) => {
      const token = request.body instanceof URLSearchParams ? request.body.get('logout_token') : null
      if (token === null) throw notALogoutToken()
      const notice = await provider.readLogoutToken(token).catch((error: unknown) => {
        const { kind, message } = refusalOf(error)
        request.log.warn({ kind, why: message }, 'a logout token was refused')
        throw kind === 'provider-not-reached' ? keysNotReached() : notALogoutToken()
      })
      const externalSubject = notice.subject && `${config.issuer} ${notice.subject}`
      const of = { externalSubject, providerSession: notice.providerSession }
      const event = desk.eventOf(request, 'signOutByProvider', 'sign-out')
      const usedUntil = new Date(clock.now().getTime() + 2 * logoutTokenMinutes * 60_000)
      await transact(async (trx) => {
        const repository = providerAccountRepository(trx)
        if (!(await repository.useLogoutToken(hashOf(notice.tokenId), usedUntil))) throw notALogoutToken()
        const ended = await repository.endSessions(of)
        await signInStepRepository(trx).forgetChoicesOf(externalSubject, notice.providerSession)
        for (const accountId of ended) await audit.add(trx, { ...event, subjects: { ...noSubjects, accountId } })
      })
      return reply.code(200).send()
    },
  )
}

function notALogoutToken(): Problem {
  return new Problem(
    400,
    'not-a-logout-token',
    'This is no logout token',
    'It is not signed by the provider for this service, is too old, was used before, or lacks what such a token has.',
    'Send a logout token as OpenID Connect Back-Channel Logout 1.0 describes it.',
  )
}

function keysNotReached(): Problem {
  return new Problem(
    503,
    'keys-not-reached',
    'The keys cannot be read',
    'The provider did not give its keys.',
    'Try again.',
  )
}
