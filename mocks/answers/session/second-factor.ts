import type { components } from '#api/schema.ts'
import { recoveryCodeBytes, recoveryCodeCount, recoveryCodeIn, recoveryCodeText } from '#domain/access/recovery-code.ts'
import { isSecondFactorFitting } from '#domain/access/second-factor-demand.ts'
import {
  secondFactorIsOn,
  secondFactorNotBegun,
  wrongCode,
  wrongFirstCode,
} from '#domain/access/second-factor-refusals.ts'
import {
  acceptedSteps,
  base32,
  codeOfHash,
  otpauthLink,
  secretBytes,
  stepBytes,
  timeCodeIn,
} from '#domain/access/time-code.ts'
import { toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldAccount, HeldSecondFactor } from '../../state/held-account.ts'

type Schemas = components['schemas']

export function describeSecondFactor(
  { demandsSecondFactor }: DemonstrationState,
  { role, secondFactor }: HeldAccount,
): Schemas['SecondFactor'] {
  const isOn = secondFactor?.isConfirmed === true
  return {
    isOn,
    recoveryCodesLeft: isOn ? secondFactor.recoveryCodes.length : 0,
    isDemanded: demandsSecondFactor && isSecondFactorFitting(role),
  }
}

/** @throws Problem 409 where one is set up already */
export function beginSecondFactor(state: DemonstrationState, account: HeldAccount): Schemas['SecondFactorSecret'] {
  if (account.secondFactor?.isConfirmed) throw toProblem(secondFactorIsOn)
  const bytes = crypto.getRandomValues(new Uint8Array(secretBytes))
  keep(state, account, { secret: bytes, isConfirmed: false, lastStep: null, recoveryCodes: [] })
  const secret = base32(bytes)
  return { secret, link: otpauthLink(secret, account.email) }
}

/** @throws Problem 409 where none was begun, 400 for a wrong code */
export async function confirmSecondFactor(
  state: DemonstrationState,
  account: HeldAccount,
  typed: string,
  now: Date,
): Promise<Schemas['RecoveryCodes']> {
  const { secondFactor } = account
  if (secondFactor === null || secondFactor.isConfirmed) throw toProblem(secondFactorNotBegun)
  const lastStep = await stepOfCode(secondFactor, typed, now)
  if (lastStep === null) throw toProblem(wrongFirstCode)
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    recoveryCodeText(crypto.getRandomValues(new Uint8Array(recoveryCodeBytes))),
  )
  keep(state, account, { ...secondFactor, isConfirmed: true, lastStep, recoveryCodes: codes.map(recoveryCodeIn) })
  return { codes }
}

/**
 * Takes the code that is given at sign-in, so that it is not accepted again.
 *
 * @throws Problem 401 for a wrong one
 */
export async function takeCode(
  state: DemonstrationState,
  account: HeldAccount,
  typed: string,
  now: Date,
): Promise<void> {
  const { secondFactor } = account
  if (!secondFactor?.isConfirmed) throw toProblem(wrongCode)
  if (timeCodeIn(typed) === null) {
    const left = secondFactor.recoveryCodes.filter((code) => code !== recoveryCodeIn(typed))
    if (left.length === secondFactor.recoveryCodes.length) throw toProblem(wrongCode)
    return keep(state, account, { ...secondFactor, recoveryCodes: left })
  }
  const lastStep = await stepOfCode(secondFactor, typed, now)
  if (lastStep === null) throw toProblem(wrongCode)
  keep(state, account, { ...secondFactor, lastStep })
}

async function stepOfCode({ secret, lastStep }: HeldSecondFactor, typed: string, now: Date): Promise<number | null> {
  const code = timeCodeIn(typed)
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign'])
  for (const step of acceptedSteps(now, lastStep)) {
    const hash = new Uint8Array(await crypto.subtle.sign('HMAC', key, stepBytes(step)))
    if (codeOfHash(hash) === code) return step
  }
  return null
}

function keep({ accounts }: DemonstrationState, account: HeldAccount, secondFactor: HeldSecondFactor): void {
  accounts.set(account.accountId, { ...account, secondFactor })
}
