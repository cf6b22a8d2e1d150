import { base32 } from './time-code.ts'

/** How many there are at first. Each works once. */
export const recoveryCodeCount = 10

/** How many random bytes each has: too many to be guessed even by somebody who holds the hashes. */
export const recoveryCodeBytes = 10

/** A recovery code as it is shown: "ABCD-EFGH-IJKL-MNOP". */
export function recoveryCodeText(bytes: Uint8Array): string {
  return (base32(bytes).match(/.{1,4}/g) ?? []).join('-')
}

/** The code in what somebody typed, whatever stands between its signs. */
export function recoveryCodeIn(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z2-7]/g, '')
}
