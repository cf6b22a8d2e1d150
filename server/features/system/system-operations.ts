import type { OpenOperation } from '../../plugins/operation.ts'
import { Problem } from '../../plugins/problem.ts'

export interface SystemParts {
  readonly engine: 'pglite' | 'postgres'
  /** Resolves when the database answers. */
  readonly ping: () => Promise<void>
}

/** Whether the process lives, and whether it can serve. */
export function systemOperations({ engine, ping }: SystemParts): {
  readonly getHealth: OpenOperation<'getHealth'>
  readonly getReady: OpenOperation<'getReady'>
} {
  return {
    async getHealth() {
      return { body: { status: 'ok' } }
    },

    async getReady({ request }) {
      try {
        await ping()
      } catch (error) {
        request.log.error({ err: error }, 'the database does not answer')
        throw new Problem(503, 'not-ready', 'Not ready', 'The database does not answer.', 'Try again in a minute.')
      }
      return { body: { status: 'ready', engine } }
    },
  }
}
