import type { SignInRefusalKind } from '#domain/access/single-sign-on-refusals.ts'

/** Somebody is not signed in. The message is for the log and tells nothing about the person. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused'
  readonly kind: SignInRefusalKind
  /** The roles that the provider told of, where that is why. */
  readonly heldRoles: readonly string[]

  constructor(kind: SignInRefusalKind, message: string, heldRoles: readonly string[] = []) {
    super(message)
    this.kind = kind
    this.heldRoles = heldRoles
  }
}
