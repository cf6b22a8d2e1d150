import type { PgliteClient } from './pglite-client.ts'

/** Whom the session acts as: whoever opened the database, or the role of what stands outside a caller's transaction. */
export type SessionRole = 'owner' | 'app_gate'

/** The one session of the embedded database. One user at a time holds it, and it acts as the role of that user. */
export class PgliteSession {
  readonly client: PgliteClient
  #role: SessionRole | null = 'owner'
  #free: Promise<void> = Promise.resolve()

  constructor(client: PgliteClient) {
    this.client = client
  }

  /** Waits until nobody else holds it. Resolves to a way to let it go. */
  async hold(): Promise<() => void> {
    const before = this.#free
    const { promise, resolve: letGo } = Promise.withResolvers<void>()
    this.#free = promise
    await before
    return letGo
  }

  /** Rejects where the role cannot be taken on. What is asked after this call is asked after the role is there. */
  actAs(role: SessionRole): Promise<void> {
    if (role === this.#role) return Promise.resolve()
    this.#role = null
    const acting = this.client.query(`set session role ${role === 'owner' ? 'none' : role}`).then(() => {
      this.#role = role
    })
    // Whoever asks something next is told.
    acting.catch(() => undefined)
    return acting
  }
}
