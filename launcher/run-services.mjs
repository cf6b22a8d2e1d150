import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import process from 'node:process'
import { projectRoot } from './project-root.mjs'
import { say } from './say.mjs'

/** @typedef {{ title: string, command: string, args: readonly string[], env?: NodeJS.ProcessEnv }} Service */

/** Ctrl-C reaches us from the terminal and from npm at once: one wish, not two. */
const sameWishWithinMs = 1_000
const parentCheckEveryMs = 500

/**
 * Runs processes that stay up (a server) until one of them ends, then ends the others.
 * The first signal asks them to close in good order; a later one is passed on as well, so a second Ctrl-C is theirs to judge.
 * Resolves to the exit code of the one that ended first.
 * @param {readonly Service[]} services
 * @returns {Promise<number>}
 */
export async function runServices(services) {
  const children = services.map(startService)
  const send = (/** @type {NodeJS.Signals} */ signal) => {
    for (const child of children) child.kill(signal)
  }
  const stopListening = passSignalsOn(send)

  const endings = children.map((child, index) => ending(child, services[index]?.title ?? ''))
  const code = await Promise.race(endings)
  send('SIGTERM')
  await Promise.all(endings)
  stopListening()
  return code
}

/** Each service gets a process group of its own, so that a terminal's Ctrl-C arrives once, through us. @param {Service} service */
function startService({ command, args, env = {} }) {
  return spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  })
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} title
 * @returns {Promise<number>}
 */
function ending(child, title) {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      say(`✗ ${title} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('exit', (code, signal) => resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]))
  })
}

/** @param {(signal: NodeJS.Signals) => void} send */
function passSignalsOn(send) {
  let lastAt = Number.NEGATIVE_INFINITY
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    if (Date.now() - lastAt < sameWishWithinMs) return
    lastAt = Date.now()
    send(signal)
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, onSignal)

  // Stopping npm stops the shell between it and us, which passes nothing on: losing our parent means the same as SIGTERM.
  const parent = process.ppid
  const parentCheck = setInterval(() => {
    if (process.ppid !== parent) onSignal('SIGTERM')
  }, parentCheckEveryMs)
  parentCheck.unref()

  return () => {
    clearInterval(parentCheck)
    for (const signal of signals) process.off(signal, onSignal)
  }
}
