import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

/** Fastify does not hold a request without a body against the schema of the body; the operation would read nothing. */
export function refuseMissingBody(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.schema?.body === undefined || request.body !== undefined) return
    throw missingBody
  })
}

export const missingBody = new Problem(
  400,
  'no-body',
  'The body is missing',
  'This operation needs a JSON body and none was sent.',
  'Send the body with content-type application/json.',
)
