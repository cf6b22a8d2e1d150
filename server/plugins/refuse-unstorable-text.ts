import type { FastifyInstance } from 'fastify'
import { unstorableText } from '../unstorable-text.ts'
import { Problem } from './problem.ts'

/** Refuses text that is valid JSON and that the database does not store, which would fail as if it were our fault. */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ body, query }) => {
    const pointers = [body, query].flatMap((part) => unstorableText(part)).map((path) => `/${path.join('/')}`)
    if (pointers.length === 0) return
    const errors = pointers.map((pointer) => ({ pointer, message: 'has a character that is not text' }))
    throw new Problem(
      400,
      'invalid-request',
      'The request does not fit the contract',
      `Some text cannot be stored: ${pointers.join(', ')} has a character that is not text.`,
      'Correct what is listed and send it again. Nothing was changed.',
      { errors },
    )
  })
}
