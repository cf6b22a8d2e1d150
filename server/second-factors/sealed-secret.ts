import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Seals and opens secrets with one key, each for one account: a secret moved to another account does not open. */
export interface SecretSeal {
  seal(secret: Uint8Array, accountId: string): string
  /** @throws Error where it was sealed with another key or for another account */
  open(sealed: string, accountId: string): Uint8Array
}

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/** @param keyOf the 32 bytes of the key, asked for when a secret is first sealed or opened */
export function secretSeal(keyOf: () => Buffer): SecretSeal {
  return {
    seal(secret, accountId) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv(algorithm, keyOf(), iv).setAAD(Buffer.from(accountId))
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url')
    },

    open(sealed, accountId) {
      const bytes = Buffer.from(sealed, 'base64url')
      const [iv, tag] = [bytes.subarray(0, ivBytes), bytes.subarray(ivBytes, ivBytes + tagBytes)]
      try {
        const decipher = createDecipheriv(algorithm, keyOf(), iv, { authTagLength: tagBytes })
        decipher.setAAD(Buffer.from(accountId)).setAuthTag(tag)
        return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
      } catch (cause) {
        throw new Error(
          'A second factor does not open with the key of this installation. Give back the SECOND_FACTOR_KEY, or the ' +
            'file second-factor.key, that it was sealed with; or let an administrator make a recovery link.',
          { cause },
        )
      }
    },
  }
}
