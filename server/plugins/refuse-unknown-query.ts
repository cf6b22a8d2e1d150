import type { FastifyInstance } from 'fastify'
import { Problem } from './problem.ts'

/** Fastify lets unknown query parameters pass; a misspelt filter would then answer with everything. */
export function refuseUnknownQuery(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    if (!request.routeOptions.url?.startsWith('/api')) return
    const schema = request.routeOptions.schema?.querystring as { properties?: Record<string, unknown> } | undefined
    const known = Object.keys(schema?.properties ?? {})
    const unknown = Object.keys(request.query as object).filter((name) => !known.includes(name))
    if (unknown.length === 0) return
    throw new Problem(
      400,
      'invalid-request',
      'The request does not fit the contract',
      `The address has a parameter that this operation does not know: ${unknown.map((name) => JSON.stringify(name.slice(0, 40))).join(', ')}.`,
      known.length > 0 ? `It knows ${known.join(', ')}.` : 'It takes no parameters.',
      {
        errors: unknown.map((name) => ({
          pointer: name.slice(0, 40),
          message: 'is not a parameter of this operation',
        })),
      },
    )
  })
}
