import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Serves the built page. Any address that is neither a file nor part of the API is a screen of the page. */
export async function registerPage(app: FastifyInstance, directory: string): Promise<void> {
  const page = readFileSync(join(directory, 'index.html'), 'utf8')
  await app.register(staticFiles, {
    root: directory,
    index: false,
    wildcard: false,
    // Written by the build; nothing is compressed while a request waits, and answers of the API never are.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const isFingerprinted = path.includes('/assets/')
      reply.header('cache-control', isFingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', { config: { isPage: true } }, async (request, reply) => {
    // A file of an earlier build is gone; answered with the page, it would be read as a broken script.
    if (request.url.startsWith('/api') || request.url.startsWith('/assets/')) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}
