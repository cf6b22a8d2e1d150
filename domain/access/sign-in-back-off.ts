/*
 * Who has failed to sign in waits before the next attempt counts. Failures are counted by account and address together,
 * or by account and device where the browser has signed in to the account before: so nobody can make another wait who is
 * somewhere else. All other attempts on one account together are limited too, because a guesser may have many addresses;
 * that limit does not hold for devices which the account knows.
 */

/** Failures of one account at one place, in a row. */
export interface Failures {
  readonly count: number
  /** Milliseconds since 1970. */
  readonly firstAt: number
  readonly lastAt: number
}

/** As many as happen to somebody who has just changed the password. */
const freeFailures = 5
const firstWait = 30_000
const longestWait = 15 * 60_000
/** After a day without a failure nothing is left of those before, in milliseconds. */
export const forgottenAfter = 24 * 60 * 60_000

/** How long one place has to wait after its last failure, in milliseconds: none at first, then each time twice as long. */
export function waitAfter(count: number): number {
  if (count < freeFailures) return 0
  return Math.min(firstWait * 2 ** (count - freeFailures), longestWait)
}

/** How long the next attempt of this place still has to wait, in milliseconds; 0 for not at all. */
export function placeWait(failures: Failures | null, now: number): number {
  if (failures === null || now - failures.lastAt >= forgottenAfter) return 0
  return Math.max(0, failures.lastAt + waitAfter(failures.count) - now)
}

/** Of all strangers together, on one account in an hour. */
export const mostStrangersFailures = 100
const strangersPeriod = 60 * 60_000

/** How long strangers of this account still have to wait, in milliseconds: until the hour of the first failure is over. */
export function strangersWait(failures: Failures | null, now: number): number {
  if (failures === null || failures.count < mostStrangersFailures) return 0
  return Math.max(0, failures.firstAt + strangersPeriod - now)
}

/** The failures with one more. */
export function placeFailed(failures: Failures | null, now: number): Failures {
  const isForgotten = failures === null || now - failures.lastAt >= forgottenAfter
  return isForgotten
    ? { count: 1, firstAt: now, lastAt: now }
    : { count: failures.count + 1, firstAt: failures.firstAt, lastAt: now }
}

/** The same of all strangers: each hour counts by itself. */
export function strangersFailed(failures: Failures | null, now: number): Failures {
  const isOver = failures === null || now - failures.firstAt >= strangersPeriod
  return isOver
    ? { count: 1, firstAt: now, lastAt: now }
    : { count: failures.count + 1, firstAt: failures.firstAt, lastAt: now }
}
