import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

const longestPauseMs = 30_000

/**
 * Listens on a channel over a connection of its own, and connects again when the server goes away. Notifications sent
 * meanwhile are lost, so after reconnecting it calls back with null: look for yourself.
 */
export async function listenOnPostgres(
  settings: pg.ClientConfig,
  channel: string,
  onPayload: (payload: string | null) => void,
): Promise<() => Promise<void>> {
  const stopping = new AbortController()

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...settings, keepAlive: true })
    // A lost connection is reported here and again by 'end'; only the latter is acted on.
    client.on('error', () => {})
    client.on('notification', (message) => onPayload(message.payload ?? ''))
    try {
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
    } catch (error) {
      await client.end().catch(() => {})
      throw error
    }
    client.once('end', () => {
      if (!stopping.signal.aborted) void reconnect()
    })
    return client
  }

  async function reconnect(): Promise<void> {
    for (let pauseMs = 500; !stopping.signal.aborted; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
      try {
        client = await connect()
        onPayload(null)
        return
      } catch {
        await wait(pauseMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {})
      }
    }
  }

  let client = await connect()
  return async () => {
    stopping.abort()
    await client.end()
  }
}
