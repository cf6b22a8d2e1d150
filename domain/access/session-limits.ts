/** How long a session lasts that nobody uses, in milliseconds: a terminal on a ward is left without a word. */
export const idleMilliseconds = 15 * 60 * 1000

/** How long it lasts at most, in milliseconds: a working day with its handovers, after which everybody signs in again. */
export const absoluteMilliseconds = 12 * 60 * 60 * 1000

/** How long before either end the page warns, in seconds: time enough to read it and press a button (WCAG 2.2.1). */
export const warningSeconds = 120

/**
 * A request with this header, whatever its value, was sent by the page itself while perhaps nobody sat before it, so it
 * leaves the idle limit as it is. Without it a request counts as use.
 */
export const backgroundHeader = 'x-background'

/** The instants of a session, in milliseconds since 1970. */
export interface SessionInstants {
  readonly beganAt: number
  readonly lastUsedAt: number
  readonly now: number
}

/** How long a session still lasts if nobody uses it, and how long whatever is done, in milliseconds. */
export interface SessionLeft {
  readonly idle: number
  readonly absolute: number
}

/** Null once either limit is reached: a limit of 15 minutes ends a session after exactly 15 minutes. */
export function sessionLeft({ beganAt, lastUsedAt, now }: SessionInstants): SessionLeft | null {
  const absolute = beganAt + absoluteMilliseconds - now
  const idle = Math.min(lastUsedAt + idleMilliseconds - now, absolute)
  return idle > 0 ? { idle, absolute } : null
}
