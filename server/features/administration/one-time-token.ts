import { createHash, randomBytes } from 'node:crypto'

const linkMilliseconds = 24 * 60 * 60 * 1000

/** The secret part of a link that works once, within 24 hours, and what is kept of it. */
export function newLinkToken(now: Date) {
  const token = randomBytes(32).toString('base64url')
  return { token, tokenHash: hashOfToken(token), expiresAt: new Date(now.getTime() + linkMilliseconds) }
}

/** A token has 256 random bits, so a fast hash is as good as a slow one. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
