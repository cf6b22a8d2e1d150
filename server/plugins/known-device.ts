import { createHash, randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const days180 = 180 * 24 * 60 * 60

/**
 * Which device this is among those that have signed in to this account, by a cookie that is signed for the account; null
 * for one that has not. It proves nothing but that: whoever has it still needs the password.
 */
export function knownDevice(request: FastifyRequest, email: string): string | null {
  const sent = request.cookies[cookieName(request)]
  const { valid, value } = sent === undefined ? { valid: false, value: null } : request.unsignCookie(sent)
  const [account, device] = valid ? (value ?? '').split(':') : []
  return account === accountOf(email) && device ? device : null
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The email address of who has just signed in, whose device this is from now on. */
    deviceOf: string | null
  }
}

/** Makes the device known to whoever signs in on it, once it is certain that they are signed in. */
export function rememberDevices(app: FastifyInstance): void {
  app.decorateRequest('deviceOf', null)
  app.addHook('onSend', async (request, reply) => {
    const email = request.deviceOf
    if (email === null || reply.statusCode >= 400) return
    const device = knownDevice(request, email) ?? randomBytes(16).toString('base64url')
    reply.setCookie(cookieName(request), `${accountOf(email)}:${device}`, {
      httpOnly: true,
      sameSite: 'lax',
      secure: isSecure(request),
      path: '/',
      maxAge: days180,
      signed: true,
    })
  })
}

function accountOf(email: string): string {
  return createHash('sha256').update(`device ${email.trim().toLowerCase()}`).digest('base64url').slice(0, 22)
}

function isSecure(request: FastifyRequest): boolean {
  return request.server.hasSecureCookies
}

function cookieName(request: FastifyRequest): string {
  return isSecure(request) ? '__Host-device' : 'device'
}
