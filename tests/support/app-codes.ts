import { timeCode } from '../../server/second-factors/time-codes.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an app would show for a secret, as it was shown to its owner, at an instant. */
export function appCode(secret: string, at: Date): string {
  const bits = Array.from(secret, (sign) => alphabet.indexOf(sign).toString(2).padStart(5, '0')).join('')
  const bytes = (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
  return timeCode(Uint8Array.from(bytes), Math.floor(at.getTime() / 30_000))
}
