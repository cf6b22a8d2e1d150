/** The only place where the server learns the time. Tests give a clock of their own. */
export interface Clock {
  /** The present instant. */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
