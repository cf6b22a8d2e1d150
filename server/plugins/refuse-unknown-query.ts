import type { FastifyInstance } from 'fastify'
import { unknownParametersText } from '#domain/access/request-refusals.ts'
import { toProblem } from './problem.ts'

/** Fastify lets unknown query parameters pass; a misspelt filter would then answer with everything. */
export function refuseUnknownQuery(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (!request.routeOptions.url?.startsWith('/api')) return
    const schema = request.routeOptions.schema?.querystring as { properties?: Record<string, unknown> } | undefined
    const known = Object.keys(schema?.properties ?? {})
    const unknown = Object.keys(request.query as object).filter((name) => !known.includes(name))
    if (unknown.length > 0) throw toProblem(unknownParametersText(unknown, known))
  })
}
