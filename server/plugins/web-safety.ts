import type { FastifyInstance } from 'fastify'
import { notAllowed } from './problem.ts'
import { registerSecureHeaders } from './secure-headers.ts'

const readingMethods = ['GET', 'HEAD', 'OPTIONS']

/** Secure headers and a number on every answer, no caching of answers of the API, and no writing from other sites. */
export async function registerWebSafety(app: FastifyInstance, publicOrigin: string): Promise<void> {
  await registerSecureHeaders(app, publicOrigin)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
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
