import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { strangersLimit } from '../../plugins/strangers-limit.ts'
import { addBackChannelLogout } from './back-channel-logout.ts'
import { bindAnew, bindBrowser, browserOf, hashOf } from './browser-binding.ts'
import { refusalOf } from './provider-failure.ts'
import { returnAddress } from './return-address.ts'
import type { SignInDesk, SingleSignOnParts } from './sign-in-desk.ts'
import { SignInRefused } from './sign-in-refused.ts'
import { signInStepRepository } from './sign-in-step-repository.ts'

/** The page that asks for a role, or says why somebody is not signed in. */
const outcomePage = '/sign-in/single-sign-on'

const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: 60_000 } })

/** Where the browser comes on its way to the provider and back, and where the provider calls by itself. */
export async function registerSingleSignOn(
  app: FastifyInstance,
  parts: SingleSignOnParts,
  desk: SignInDesk,
): Promise<void> {
  const { provider, publicOrigin, clock, transact } = parts
  const strangers = strangersLimit((address) =>
    app.log.warn({ address }, 'more refused ways of signing in than the audit log takes in a minute'),
  )

  async function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): Promise<FastifyReply> {
    const refused = refusalOf(error)
    if (refused.kind === 'sign-in-failed') request.log.error({ err: error }, 'single sign-on failed')
    else request.log.warn({ kind: refused.kind, why: refused.message }, 'single sign-on was refused')
    const browser = bindBrowser(request, reply)
    const { kind, heldRoles } = refused
    await transact((trx) =>
      signInStepRepository(trx).keep({ browser, kind: 'refusal' }, { kind, heldRoles }, desk.stepEnd()),
    )
    if (strangers.admits(request.ip, clock.now())) {
      await desk.noteRefusal(request, refused).catch((err: unknown) => {
        request.log.error({ err }, 'a refused sign-in was not written into the audit log')
      })
    }
    return reply.redirect(outcomePage, 303)
  }

  await app.register((scope, _options, done) => {
    // The address of the callback has a code in it, which is nobody's business: it is not logged.
    const quiet = { logLevel: 'warn', config: perMinute(300) } as const
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })

    scope.get<{ Querystring: { readonly return?: unknown } }>('/sso/start', quiet, async (request, reply) => {
      try {
        const { address, checks } = await provider.begin()
        const browser = bindBrowser(request, reply)
        const returnTo = returnAddress(request.query.return, publicOrigin)
        const key = { browser, kind: 'redirect', state: hashOf(checks.state) } as const
        await transact(async (trx) => {
          const steps = signInStepRepository(trx)
          await steps.removeExpired(clock.now())
          await steps.take({ browser, kind: 'refusal' }, clock.now())
          await steps.take({ browser, kind: 'role-choice' }, clock.now())
          await steps.keep(key, { ...checks, returnTo }, desk.stepEnd())
        })
        return reply.redirect(address, 303)
      } catch (error) {
        return refuse(request, reply, error)
      }
    })

    scope.get<{ Querystring: { readonly state?: unknown } }>('/sso/callback', quiet, async (request, reply) => {
      try {
        const begun = await takeBegun(request)
        const identity = await desk.judge(await provider.finish(new URL(request.url, publicOrigin), begun))
        const [only, ...others] = identity.options
        if (only !== undefined && others.length === 0) {
          await desk.noteSignIn(request, await desk.signIn(request, identity, only))
          return reply.redirect(begun.returnTo, 303)
        }
        const waiting = { ...identity, returnTo: begun.returnTo }
        // Whoever was signed in here is not who chooses a role now.
        if (request.session.accountId) await request.session.destroy()
        const browser = bindAnew(request, reply)
        await transact((trx) =>
          signInStepRepository(trx).keep({ browser, kind: 'role-choice' }, waiting, desk.stepEnd()),
        )
        return reply.redirect(outcomePage, 303)
      } catch (error) {
        return refuse(request, reply, error)
      }
    })

    scope.get('/sso/sign-out', quiet, async (request, reply) => {
      const browser = browserOf(request)
      const kept =
        browser === null
          ? null
          : await transact((trx) => signInStepRepository(trx).take({ browser, kind: 'sign-out' }, clock.now()))
      // Here the session is over already. Where the provider cannot be asked, that is all that can be done.
      const address = kept && (await provider.signOutAddress(kept.idToken).catch(() => null))
      return reply.redirect(address ?? '/sign-in', 303)
    })

    async function takeBegun(request: FastifyRequest) {
      const browser = browserOf(request)
      const { state } = request.query as { readonly state?: unknown }
      const begun =
        browser === null || typeof state !== 'string'
          ? null
          : await transact((trx) =>
              signInStepRepository(trx).take({ browser, kind: 'redirect', state: hashOf(state) }, clock.now()),
            )
      if (begun === null) throw new SignInRefused('sign-in-lost', 'nothing was begun in this browser with this state')
      return begun
    }
    addBackChannelLogout(scope, parts, desk)
    done()
  })
}
