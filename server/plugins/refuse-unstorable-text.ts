import type { FastifyInstance } from 'fastify'
import { requestFaults } from '#domain/access/request-faults.ts'
import { invalidRequestText, pointerTo } from '#domain/access/request-refusals.ts'
import { unstorableText } from '../unstorable-text.ts'
import { toProblem } from './problem.ts'

/** Refuses text that is valid JSON and that the database does not store, which would fail as if it were our fault. */
export function refuseUnstorableText(app: FastifyInstance): void {
  app.addHook('preHandler', async ({ body, query }) => {
    for (const [place, part] of [['the body', body] as const, ['the address', query] as const]) {
      const faults = unstorableText(part).map((names) => ({
        pointer: pointerTo(names),
        message: requestFaults.notText,
      }))
      if (faults.length > 0) throw toProblem(invalidRequestText(place, faults))
    }
  })
}
