import { spawn } from 'node:child_process'
import process from 'node:process'
import { startProgress } from './progress.mjs'
import { projectRoot } from './project-root.mjs'
import { relay, say } from './say.mjs'

/** The exit code shells give to a command ended by Ctrl-C. */
const interrupted = 130

/**
 * One step that starts, does its work and ends.
 * `quiet` keeps its output back unless it fails.
 * @typedef {{ title: string, command: string, args: readonly string[], env?: NodeJS.ProcessEnv, quiet?: boolean }} Step
 */

/**
 * Runs a step, passing its output on as it comes, with a word of progress whenever it is silent.
 * Resolves to its exit code; a step that a signal ended or that could not start counts as failed.
 * @param {Step} step
 * @returns {Promise<number>}
 */
export function runStep({ title, command, args, env = {}, quiet = false }) {
  say(`▸ ${title}`)
  const progress = startProgress(title)
  const colour = process.stdout.isTTY === true ? { FORCE_COLOR: '1' } : {}
  const child = spawn(command, args, {
    cwd: projectRoot,
    env: { ...process.env, ...colour, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32' && command === 'npm',
  })
  const stopForwarding = endWithUs(child)

  let heldBack = ''
  const take = (/** @type {string} */ text) => {
    if (quiet) {
      heldBack += text
      return
    }
    progress.sawOutput()
    relay(text)
  }
  child.stdout.setEncoding('utf8').on('data', take)
  child.stderr.setEncoding('utf8').on('data', take)

  return new Promise((resolve) => {
    const finish = (/** @type {number} */ code, /** @type {string} */ reason) => {
      stopForwarding()
      const duration = progress.stop()
      if (code !== 0) relay(heldBack)
      say(code === 0 ? `✓ ${title} (${duration})` : `✗ ${title}: ${reason} (${duration})`)
      resolve(code)
    }
    child.on('error', (error) => finish(1, `"${command}" could not be started: ${error.message}`))
    child.on('close', (code, signal) =>
      finish(code ?? 1, signal === null ? `failed with exit code ${code}` : `was ended by ${signal}`),
    )
  })
}

/**
 * A step stopped half-way must not leave its processes behind, and no later step may start.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithUs(child) {
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    child.once('close', () => process.exit(interrupted))
    child.kill(signal)
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  return () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
}
