import type { DemonstrationAccount } from '../data/demonstration-data.ts'

/** An account as the API holds it. */
export interface HeldAccount extends DemonstrationAccount {
  /** Whether anybody can sign in to it. */
  readonly isOpen: boolean
  readonly version: number
  /** Null where none was begun. */
  readonly secondFactor: HeldSecondFactor | null
}

export interface HeldSecondFactor {
  readonly secret: Uint8Array<ArrayBuffer>
  readonly isConfirmed: boolean
  /** The last step whose code was accepted. */
  readonly lastStep: number | null
  /** Those that were not used yet. */
  readonly recoveryCodes: readonly string[]
}

/** An account as it is at first. */
export function holdAccount(account: DemonstrationAccount): HeldAccount {
  return { ...account, isOpen: true, version: 1, secondFactor: null }
}
