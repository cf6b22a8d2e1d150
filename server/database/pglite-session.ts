import type { PgliteClient } from './pglite-client.ts'

/** Whom the session acts as: whoever opened the database, or the role of what stands outside a caller's transaction. */
export type SessionRole = 'owner' | 'app_gate'

/** The one session of the embedded database. One user at a time holds it, and it acts as the role of that user. */
export class PgliteSession {
  readonly client: PgliteClient
  #role: SessionRole = 'owner'
  #free: Promise<void> = Promise.resolve()

  constructor(client: PgliteClient) {
    this.client = client
  }

  /** Waits until nobody else holds it. Resolves to a way to let it go. Rejects where the role cannot be taken on. */
  async hold(role: SessionRole): Promise<() => void> {
    const before = this.#free
    const { promise, resolve: letGo } = Promise.withResolvers<void>()
    this.#free = promise
    await before
    try {
      if (role !== this.#role) await this.client.query(`set session role ${role === 'owner' ? 'none' : role}`)
      this.#role = role
      return letGo
    } catch (error) {
      letGo()
      throw error
    }
  }
}
