import { createServer } from 'node:net'

/**
 * Proves that the port is free before anything else is done, so that nobody waits for a database to be filled first.
 *
 * @throws naming the port and the setting to change
 */
export async function checkPort(host: string, port: number): Promise<void> {
  if (port === 0) return
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => reject(describe(error, host, port)))
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()))
  })
}

function describe(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(
        `Port ${port} is in use by another program. Stop that program, or choose another port with PORT.`,
      )
    case 'EACCES':
      return new Error(`Port ${port} may not be opened by this user. Choose one above 1023 with PORT.`)
    case 'EADDRNOTAVAIL':
      return new Error(`${host} is no address of this machine. Correct HOST.`)
    default:
      return error
  }
}
