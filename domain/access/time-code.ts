/*
 * Codes that an app shows for half a minute (TOTP, RFC 6238: SHA-1, 30 seconds, 6 digits), but for the hash itself, which
 * whoever asks brings along.
 */

const stepMilliseconds = 30_000
const digits = 6
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** How many random bytes a secret has: as many as the hash. */
export const secretBytes = 20

/** The steps whose codes are accepted now: clocks may differ by one either way, and a step is accepted once. */
export function acceptedSteps(now: Date, lastStep: number | null): readonly number[] {
  const step = Math.floor(now.getTime() / stepMilliseconds)
  return [step - 1, step, step + 1].filter((each) => lastStep === null || each > lastStep)
}

/** What is hashed for a step: its number in eight bytes, the greatest first. */
export function stepBytes(step: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(step))
  return bytes
}

/** The code in an HMAC-SHA-1 of a step: 31 bits from where its last four bits say (RFC 4226, 5.3). */
export function codeOfHash(hash: Uint8Array<ArrayBuffer>): string {
  const offset = (hash.at(-1) ?? 0) & 0xf
  const number = new DataView(hash.buffer, hash.byteOffset).getUint32(offset) & 0x7fffffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** Whether this is the code of an app and not a recovery code; without the spaces that people put between. */
export function timeCodeIn(typed: string): string | null {
  const code = typed.replace(/\s/g, '')
  return /^\d{6}$/.test(code) ? code : null
}

/** Bytes as apps take them from people: Base32 (RFC 4648) without padding. */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** Four signs at a time, so that nobody loses their place. */
export function inGroups(text: string): string {
  return (text.match(/.{1,4}/g) ?? []).join(' ')
}

/** The secret as apps read it from a link or a picture. */
export function otpauthLink(secret: string, email: string): string {
  const issuer = encodeURIComponent('Rare cancer trials')
  return `otpauth://totp/${issuer}:${encodeURIComponent(email)}?secret=${secret}&issuer=${issuer}&algorithm=SHA1&digits=6&period=30`
}
