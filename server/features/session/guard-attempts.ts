import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { placeFailed, placeWait, strangersFailed, strangersWait } from '#domain/access/sign-in-back-off.ts'
import type { Trx } from '../../plugins/operation.ts'
import { Problem } from '../../plugins/problem.ts'
import { signInFailuresRepository } from './sign-in-failures-repository.ts'

/** Whose password is tried, and from where. */
export interface Attempt {
  /** What is tried. Each is counted by itself: a right password does not wipe out wrong codes. */
  readonly of: 'password' | 'code'
  /** The email address as it was typed. It need not belong to anybody: an account that does not exist waits as others do. */
  readonly email: string
  readonly address: string
  /** The device where the browser has signed in to this account before. */
  readonly device: string | null
  readonly now: Date
  readonly reply: FastifyReply
}

/**
 * Counts an attempt before the password is looked at, so that many at the same moment count too, and refuses it where it
 * comes too early. The answer says for how long.
 *
 * @returns how to take the count back once the password was right
 * @throws Problem 429, with `Retry-After` on the answer
 */
export async function guardAttempt(
  transact: <Result>(work: (trx: Trx) => Promise<Result>) => Promise<Result>,
  { of, email, address, device, now, reply }: Attempt,
): Promise<() => Promise<void>> {
  const account = email.trim().toLowerCase()
  const scope = (name: string) => (of === 'password' ? name : `${of}-${name}`)
  const place = scopeHash(scope(device === null ? 'address' : 'device'), account, device ?? address)
  const strangers = device === null ? scopeHash(scope('strangers'), account) : null
  const at = now.getTime()
  const wait = await transact(async (trx) => {
    const repository = signInFailuresRepository(trx)
    const ofStrangers = strangers === null ? null : await repository.lock(strangers)
    const ofPlace = await repository.lock(place)
    const left = Math.max(strangersWait(ofStrangers, at), placeWait(ofPlace, at))
    if (left > 0) return left
    await repository.save(place, placeFailed(ofPlace, at))
    if (strangers !== null) await repository.save(strangers, strangersFailed(ofStrangers, at))
    return 0
  })
  if (wait > 0) {
    const seconds = Math.ceil(wait / 1000)
    reply.header('retry-after', String(seconds))
    throw tooManyAttempts(of, seconds)
  }
  return () =>
    transact(async (trx) => {
      const repository = signInFailuresRepository(trx)
      await repository.forget(place)
      if (strangers !== null) await repository.takeBack(strangers)
    })
}

function scopeHash(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

function tooManyAttempts(of: Attempt['of'], seconds: number): Problem {
  const minutes = Math.ceil(seconds / 60)
  return new Problem(
    429,
    'too-many-attempts',
    `Too many attempts with a wrong ${of}`,
    `The next attempt counts in ${seconds < 60 ? `${seconds} seconds` : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`}.`,
    'Wait until then, or sign in where you have signed in before.',
  )
}
