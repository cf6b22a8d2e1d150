import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port of this machine that nobody listens on: for an address that must be known before there is a server. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}
