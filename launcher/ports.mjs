import { createServer } from 'node:net'
import process from 'node:process'

const usualPort = 3000
/** A browser asks "localhost" at both. */
const loopbacks = ['127.0.0.1', '::1']

/**
 * The port at which a developer opens the page: PORT, or 3000 as with npm start. Proves that it is free.
 * @returns {Promise<number>}
 */
export async function pagePort() {
  const port = readPort(process.env.PORT)
  for (const host of loopbacks) await listenOnce(host, port)
  return port
}

/**
 * A port that nobody uses, for what the page alone talks to.
 * @returns {Promise<number>}
 */
export const freePort = () => listenOnce('127.0.0.1', 0)

/** @param {string | undefined} text */
function readPort(text) {
  if (text === undefined || text.trim() === '') return usualPort
  const port = Number(text)
  if (/^\d+$/.test(text.trim()) && port >= 1 && port <= 65_535) return port
  throw new Error(`PORT is '${text}'; write a whole number from 1 to 65535. Nothing was started.`)
}

/**
 * @param {string} host
 * @param {number} port 0 for any
 * @returns {Promise<number>} the port that was free
 */
function listenOnce(host, port) {
  const probe = createServer()
  return new Promise((resolve, reject) => {
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // A machine without IPv6 has no such address, so nobody can be in the way there.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(port)
      else reject(new Error(`${whyNot(error, port)} Nothing was started.`))
    })
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address()
      const found = typeof address === 'object' && address !== null ? address.port : port
      probe.close(() => resolve(found))
    })
  })
}

/**
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 */
function whyNot({ code, message }, port) {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop that program, or choose another port with PORT.`
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023 with PORT.`
  return `Port ${port} cannot be used: ${message}.`
}
