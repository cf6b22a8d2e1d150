import { createServer, type Server } from 'node:net'
import process from 'node:process'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { freePort, pagePort } from './ports.mjs'

const given = process.env.PORT
let occupied: Server | null = null

beforeEach(() => {
  occupied = null
})
afterEach(async () => {
  if (given === undefined) delete process.env.PORT
  else process.env.PORT = given
  await new Promise<void>((resolve) => {
    if (occupied) occupied.close(() => resolve())
    else resolve()
  })
})

async function occupy(): Promise<number> {
  const port = await freePort()
  const server = createServer()
  occupied = server
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port }, resolve))
  return port
}

it('the page is at PORT', async () => {
  const port = await freePort()
  process.env.PORT = String(port)
  expect(await pagePort()).toBe(port)
})

it('a port that another program has is named, with the setting to change, before anything starts', async () => {
  const port = await occupy()
  process.env.PORT = String(port)
  await expect(pagePort()).rejects.toThrow(`Port ${port} is in use by another program.`)
  await expect(pagePort()).rejects.toThrow('choose another port with PORT. Nothing was started.')
})

it.each(['0', '65536', '3e3', 'many', '-1'])('%s is no port', async (text) => {
  process.env.PORT = text
  await expect(pagePort()).rejects.toThrow(`PORT is '${text}'; write a whole number from 1 to 65535.`)
})
