import type { FastifyRequest } from 'fastify'

/** Names the session that a request came with, and opens none; null where it came with none. */
export function thisSession({ session }: FastifyRequest): string | null {
  return session.opened?.sessionId ?? null
}
