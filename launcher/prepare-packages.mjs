import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'
import process from 'node:process'
import { findMissingPackages } from './lock.mjs'
import { projectRoot } from './project-root.mjs'
import { runStep } from './run-step.mjs'
import { say } from './say.mjs'

/** Installs what package-lock.json names where node_modules does not hold it, and says so. */
export async function preparePackages() {
  const reason = whyToInstall()
  if (reason === undefined) return
  say(`${reason} Installing what package-lock.json names; the first time takes about a minute.`)
  const code = await runStep({
    title: 'npm ci',
    command: 'npm',
    args: ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    env: { PATH: pathWithoutInstalledPackages() },
    quiet: true,
  })
  if (code !== 0) throw new Error('The packages could not be installed; npm says why above. Nothing was started.')
}

/** @returns {string | undefined} */
function whyToInstall() {
  // npm writes this copy last, so an installation that was interrupted has none.
  const installedLock = join(projectRoot, 'node_modules', '.package-lock.json')
  if (!existsSync(installedLock)) return 'The packages are not installed yet.'
  const missing = findMissingPackages(readLock(join(projectRoot, 'package-lock.json')), readLock(installedLock))
  return missing.length === 0 ? undefined : `${missing.length} installed package(s) differ from package-lock.json.`
}

/**
 * @param {string} path
 * @returns {import('./lock.mjs').Lock}
 */
export function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** npm must not run on the Node inside node_modules, which `npm ci` begins by deleting. */
function pathWithoutInstalledPackages() {
  const installed = `${sep}node_modules${sep}.bin`
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.endsWith(installed))
    .join(delimiter)
}
