import { passwordRefusal } from '#domain/access/password-refusals.ts'
import { toProblem } from '../../plugins/problem.ts'

/** @throws Problem 400 where the password is one of those guessed first */
export function refuseCommon(password: string): void {
  const refusal = passwordRefusal(password)
  if (refusal !== null) throw toProblem(refusal)
}
