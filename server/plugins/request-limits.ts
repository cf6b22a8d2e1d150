import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './problem.ts'

const minuteMilliseconds = 60_000
/** What watches over the service asks as often as it likes. */
const neverLimited = ['/api/health', '/api/ready']

/** How many requests to the API are answered in a minute, by one instance. */
export interface RequestLimits {
  readonly perAccount: number
  /** Of one IPv4 address, or one IPv6 network of 64 bits. Whole hospitals share one. */
  readonly perAddress: number
  /** Milliseconds from any point on. Not the clock of the service, which tests let stand still. */
  readonly elapsedMilliseconds: () => number
}

/**
 * Refuses what one address asks beyond its limits with 429 and Retry-After, before a session is read. The contract gives
 * some operations a lower limit of their own.
 */
export async function limitAddresses(app: FastifyInstance, limits: RequestLimits): Promise<void> {
  await app.register(rateLimit, {
    global: false,
    store: countingStore(limits.elapsedMilliseconds),
    errorResponseBuilder: (_request, { ttl }) => tooManyRequests('of this kind came from this address', ttl),
  })
  const count = app.createRateLimit({ max: limits.perAddress, timeWindow: minuteMilliseconds })
  app.addHook('onRequest', async (request, reply) => {
    if (isLimited(request)) refuseBeyond(await count(request), reply, 'came from this address')
  })
}

/** The same for each account, from however many addresses. Comes after the session has been read. */
export function limitAccounts(app: FastifyInstance, limits: RequestLimits): void {
  const count = app.createRateLimit({
    max: limits.perAccount,
    timeWindow: minuteMilliseconds,
    keyGenerator: ({ session }) => session.caller?.accountId ?? '',
  })
  app.addHook('onRequest', async (request, reply) => {
    if (!isLimited(request) || !request.session?.caller) return
    refuseBeyond(await count(request), reply, 'came from your account')
  })
}

function isLimited({ url, routeOptions }: FastifyRequest): boolean {
  return url.startsWith('/api') && !neverLimited.includes(routeOptions.url ?? '')
}

type Count = Awaited<ReturnType<ReturnType<FastifyInstance['createRateLimit']>>>

function refuseBeyond(count: Count, reply: FastifyReply, what: string): void {
  if (count.isAllowed || !count.isExceeded) return
  reply.header('retry-after', count.ttlInSeconds)
  throw tooManyRequests(what, count.ttl)
}

function tooManyRequests(what: string, waitMilliseconds: number): Problem {
  const seconds = Math.ceil(waitMilliseconds / 1000)
  return new Problem(
    429,
    'too-many-requests',
    'Too many requests',
    `More requests ${what} than the service takes in a minute.`,
    `Wait ${seconds === 1 ? 'a second' : `${seconds} seconds`} and try again.`,
  )
}

/** A window begins with the first request in it. What is over is forgotten, so that only senders of a minute are held. */
function countingStore(elapsedMilliseconds: () => number) {
  return class CountingStore implements FastifyRateLimitStore {
    readonly #counts = new Map<string, { current: number; readonly from: number }>()
    #tidiedAt = elapsedMilliseconds()

    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
      timeWindow: number,
    ): void {
      const now = elapsedMilliseconds()
      this.#tidy(now, timeWindow)
      const known = this.#counts.get(key)
      const counted = known && now - known.from < timeWindow ? known : { current: 0, from: now }
      counted.current += 1
      this.#counts.set(key, counted)
      callback(null, { current: counted.current, ttl: timeWindow - (now - counted.from) })
    }

    child(): FastifyRateLimitStore {
      return new CountingStore()
    }

    #tidy(now: number, timeWindow: number): void {
      if (now - this.#tidiedAt < timeWindow) return
      this.#tidiedAt = now
      for (const [key, { from }] of this.#counts) if (now - from >= timeWindow) this.#counts.delete(key)
    }
  }
}
