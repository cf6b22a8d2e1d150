import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { checkPort } from './check-port.ts'

async function occupiedPort() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { port: address.port, close }
}

test('a port that another program has is named, with the setting to change', async () => {
  const { port, close } = await occupiedPort()
  await expect(checkPort('127.0.0.1', port)).rejects.toThrow(`Port ${port} is in use by another program`)
  await expect(checkPort('127.0.0.1', port)).rejects.toThrow('PORT')
  await close()
  await expect(checkPort('127.0.0.1', port)).resolves.toBeUndefined()
})

test('an address of another machine is named, with the setting to change', async () => {
  await expect(checkPort('192.0.2.1', 3999)).rejects.toThrow('HOST')
})
