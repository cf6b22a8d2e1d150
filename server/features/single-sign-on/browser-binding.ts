import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** How long signing in may take, the choice of a role included. */
export const stepMinutes = 10

/**
 * A cookie that ties the steps of signing in to the browser that began them, so that nobody can finish in another
 * browser what was begun in theirs. It opens nothing by itself.
 */
export function browserOf(request: FastifyRequest): string | null {
  const value = request.cookies[cookieName(request)]
  return value === undefined ? null : hashOf(value)
}

/** The same; a browser that has none is given one. */
export function bindBrowser(request: FastifyRequest, reply: FastifyReply): string {
  return bind(request, reply, request.cookies[cookieName(request)] ?? newValue())
}

/** With a value that nobody can have known before: for a step that can be gone on from without the provider. */
export function bindAnew(request: FastifyRequest, reply: FastifyReply): string {
  return bind(request, reply, newValue())
}

function newValue(): string {
  return randomBytes(32).toString('base64url')
}

function bind(request: FastifyRequest, reply: FastifyReply, value: string): string {
  reply.setCookie(cookieName(request), value, {
    httpOnly: true,
    // Not "strict": the browser comes back from the provider's site.
    sameSite: 'lax',
    secure: request.server.hasSecureCookies,
    path: '/',
    maxAge: stepMinutes * 60,
  })
  return hashOf(value)
}

export function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('hex')
}

function cookieName(request: FastifyRequest): string {
  return request.server.hasSecureCookies ? '__Host-sign-in' : 'sign-in'
}
