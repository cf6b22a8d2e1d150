import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import { notAllowed, Problem } from './problem.ts'

const readingMethods = ['GET', 'HEAD', 'OPTIONS']

/** Headers that keep the page to its own origin, no caching of answers, and no writing from other sites. */
export async function registerWebSafety(app: FastifyInstance, publicOrigin: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Chart libraries and the page place elements by style attributes; scripts stay our own files.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: publicOrigin.startsWith('https:'),
    referrerPolicy: { policy: 'same-origin' },
  })
  // Only operations that ask for it in the contract are limited: whole hospitals share one address.
  await app.register(rateLimit, { global: false, errorResponseBuilder: tooManyRequests })

  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api')) return
    reply.header('cache-control', 'no-store')
    const { origin } = request.headers
    const isForeign =
      origin !== undefined && origin !== publicOrigin && origin !== `${request.protocol}://${request.host}`
    if (isForeign && !readingMethods.includes(request.method)) {
      throw notAllowed('This request comes from a page of another site.')
    }
  })
}

function tooManyRequests(): Problem {
  return new Problem(
    429,
    'too-many-requests',
    'Too many requests',
    'More requests of this kind came from this address than the service takes in a minute.',
    'Wait a minute and try again.',
  )
}
