import { type SessionLeft, sessionLeft } from '#domain/access/session-limits.ts'

/** One sign-in, with the instants by which it ends. */
export interface HeldSession {
  /** Tells sessions apart to their owner. */
  readonly sessionId: string
  readonly accountId: string
  /** What the browser says of itself. */
  readonly device: string
  readonly beganAt: Date
  readonly lastUsedAt: Date
}

/** How long it still lasts; null once it has ended. */
export function leftOf({ beganAt, lastUsedAt }: HeldSession, now: Date): SessionLeft | null {
  return sessionLeft({ beganAt: beganAt.getTime(), lastUsedAt: lastUsedAt.getTime(), now: now.getTime() })
}
