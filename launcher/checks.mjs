import { mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildPage } from './build-page.mjs'
import { closingLine, countsOfPlaywright, countsOfVitest } from './closing-line.mjs'
import { auditDependencies } from './dependency-audit.mjs'
import { findRefusedLicences, readInstalledLicence } from './licences.mjs'
import { findGapsInLock } from './lock.mjs'
import { readLock } from './prepare-packages.mjs'
import {
  biomeProgram,
  openapiTypescriptProgram,
  playwrightProgram,
  typescriptProgram,
  vitestProgram,
} from './programs.mjs'
import { projectRoot } from './project-root.mjs'
import { runStep } from './run-step.mjs'
import { say } from './say.mjs'

/**
 * @typedef {{ title: string, code: number, counts?: import('./closing-line.mjs').Counts | undefined }} CheckResult
 * @typedef {(node: string) => Promise<CheckResult>} Check
 */

/** How the contract's types are made from the contract; with `--check` added, whether they are fresh. */
export const contractArgs = [openapiTypescriptProgram, 'api/openapi.yaml', '--output', 'api/schema.ts', '--enum-values']

/**
 * @param {string} title
 * @param {readonly string[]} args
 * @returns {Check}
 */
const program = (title, args) => async (node) => ({ title, code: await runStep({ title, command: node, args }) })

/** @type {Check} */
async function lockIsComplete() {
  const title = 'Lock completeness'
  const gaps = findGapsInLock(readLock(join(projectRoot, 'package-lock.json')))
  for (const gap of gaps) say(`  ${gap}. Pin a version whose packages the registry holds for every platform.`)
  say(`${gaps.length === 0 ? '✓' : '✗'} ${title}`)
  return { title, code: gaps.length === 0 ? 0 : 1 }
}

/** @type {Check} */
async function licencesAreAllowed() {
  const title = 'Licences of packages'
  const lock = readLock(join(projectRoot, 'package-lock.json'))
  const refused = findRefusedLicences(lock, readInstalledLicence(projectRoot))
  for (const line of refused)
    say(`  ${line}. Take another package, or read the licence and add it to launcher/licences.mjs.`)
  say(`${refused.length === 0 ? '✓' : '✗'} ${title} (${Object.keys(lock.packages).length - 1} packages)`)
  return { title, code: refused.length === 0 ? 0 : 1 }
}

/** @type {Check} */
async function nothingKnownAgainstPackages() {
  const title = 'Known weaknesses of packages'
  const audit = auditDependencies()
  if (!audit.asked) {
    say(
      `– ${title}: NOT CHECKED, because the registry could not be asked (${audit.why}). Run npm audit where it can be.`,
    )
    return { title, code: 0 }
  }
  for (const line of audit.serious) say(`  ${line}. npm audit says which version mends it.`)
  say(`${audit.serious.length === 0 ? '✓' : '✗'} ${title} (${audit.others} less serious)`)
  return { title, code: audit.serious.length === 0 ? 0 : 1 }
}

/** @type {Check} */
const pageBuilds = async (node) => ({ title: 'Page build', code: await buildPage(node) })

/**
 * @param {string} title
 * @param {readonly string[]} args
 * @returns {Check}
 */
const unitTests = (title, args) => async (node) => {
  const report = freshReport('vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await runStep({ title, command: node, args: [vitestProgram, 'run', ...reporters, ...args] })
  return { title, code, counts: countsIfWritten(countsOfVitest, report) }
}

/** @type {Check} */
async function journeys(node) {
  const title = 'Journeys in Chromium'
  const report = freshReport('journeys.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await runStep({ title, command: node, args: [playwrightProgram, 'test', '--reporter=list,json'], env })
  return { title, code, counts: countsIfWritten(countsOfPlaywright, report) }
}

/** @param {string} name */
function freshReport(name) {
  const report = join(projectRoot, '.cache', 'test-reports', name)
  mkdirSync(dirname(report), { recursive: true })
  rmSync(report, { force: true })
  return report
}

/**
 * A run that stopped before its report has no counts, and its exit code says that it failed.
 * @param {(path: string) => import('./closing-line.mjs').Counts} read
 * @param {string} report
 */
function countsIfWritten(read, report) {
  try {
    return read(report)
  } catch {
    return undefined
  }
}

const staticChecks = [
  lockIsComplete,
  licencesAreAllowed,
  nothingKnownAgainstPackages,
  program('Format and lint', [biomeProgram, 'ci', '--colors=off', '--error-on-warnings']),
  program('Types', [typescriptProgram, '--noEmit', '--project', 'tsconfig.json']),
  program('Contract freshness', [...contractArgs, '--check']),
]

/** What a change must pass before it is shown to anybody: no browser, no PostgreSQL. */
export const quickChecks = [
  ...staticChecks,
  unitTests('Unit tests and architecture', ['--project', 'pure', '--project', 'node', '--project', 'jsdom']),
]

/** Everything. */
export const allChecks = [...staticChecks, pageBuilds, unitTests('All tests under Vitest', []), journeys]

/**
 * Runs every check, also after one has failed, so that one run tells all there is to mend.
 * @param {string} node
 * @param {readonly Check[]} checks
 * @returns {Promise<number>} exit code
 */
export async function runChecks(node, checks) {
  const results = []
  for (const check of checks) results.push(await check(node))
  const failed = results.filter(({ code }) => code !== 0)
  say(failed.length === 0 ? 'Every check passed.' : `Failed: ${failed.map(({ title }) => title).join(', ')}.`)
  say(closingLine(results))
  return failed.length === 0 ? 0 : 1
}
