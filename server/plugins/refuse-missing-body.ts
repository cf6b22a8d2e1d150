import type { FastifyInstance } from 'fastify'
import { missingBodyText } from '#domain/access/request-refusals.ts'
import { toProblem } from './problem.ts'

/** Fastify does not hold a request without a body against the schema of the body; the operation would read nothing. */
export function refuseMissingBody(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (request.routeOptions.schema?.body === undefined || request.body !== undefined) return
    throw toProblem(missingBodyText)
  })
}
