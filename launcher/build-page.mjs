import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { compressPage } from './compress-page.mjs'
import { fingerprintOfPage } from './page-fingerprint.mjs'
import { viteProgram } from './programs.mjs'
import { projectRoot } from './project-root.mjs'
import { runStep } from './run-step.mjs'

/** Kept outside dist, which the server publishes. */
const stamp = join(projectRoot, '.cache', 'page-built-from')

/**
 * Builds the page into dist when it is missing or was built from other sources.
 * @param {string} node
 */
export async function preparePage(node) {
  const isBuilt = existsSync(join(projectRoot, 'dist', 'index.html')) && existsSync(stamp)
  if (isBuilt && readFileSync(stamp, 'utf8') === fingerprintOfPage(projectRoot)) return
  const code = await buildPage(node)
  if (code !== 0) throw new Error('The page could not be built; the messages above say where. Nothing was started.')
}

/**
 * Builds the page into dist, whatever is there.
 * @param {string} node
 * @returns {Promise<number>} exit code
 */
export async function buildPage(node) {
  rmSync(stamp, { force: true })
  const fingerprint = fingerprintOfPage(projectRoot)
  const code = await runStep({
    title: 'Building the page',
    command: node,
    args: [viteProgram, 'build', '--logLevel=warn'],
    env: { NODE_ENV: 'production' },
  })
  if (code === 0) {
    compressPage(join(projectRoot, 'dist'))
    mkdirSync(dirname(stamp), { recursive: true })
    writeFileSync(stamp, fingerprint)
  }
  return code
}
