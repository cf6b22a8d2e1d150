import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildPage, preparePage } from './build-page.mjs'
import { allChecks, contractArgs, quickChecks, runChecks } from './checks.mjs'
import { demonstrationSignIn } from './demonstration-sign-in.mjs'
import { findNode } from './find-node.mjs'
import { runFull } from './full-run.mjs'
import { freePort, pagePort } from './ports.mjs'
import { preparePackages } from './prepare-packages.mjs'
import { biomeProgram, viteProgram } from './programs.mjs'
import { projectRoot } from './project-root.mjs'
import { runServices } from './run-services.mjs'
import { runStep } from './run-step.mjs'
import { say } from './say.mjs'

/**
 * A task is given the command line after its name and resolves to an exit code.
 * @typedef {(args: readonly string[]) => Promise<number>} Task
 */

/**
 * Does the set-up that a fresh clone needs, then the work on the Node found.
 * @param {(node: string, args: readonly string[]) => Promise<number>} work
 * @returns {Task}
 */
const prepared = (work) => async (args) => {
  await preparePackages()
  return work(findNode(), args)
}

const server = 'server/main.ts'
/** @param {number} port at which the page is, or it does not start */
const pageArgs = (port) => [viteProgram, '--port', String(port), '--strictPort']
const commandScript = 'server/scripts/run-command.ts'

/** @type {Record<string, Task>} the npm scripts, by name */
export const tasks = {
  start: prepared(async (node, args) => {
    await preparePage(node)
    return runServices([{ title: 'The server', command: node, args: [server, ...args] }])
  }),
  dev: prepared(async (node) => {
    const port = await pagePort()
    const apiPort = await freePort()
    say(`The page and its API start. Open http://localhost:${port} once both are ready.`)
    return runServices([
      {
        title: 'The server',
        command: node,
        args: ['--watch', '--watch-preserve-output', server],
        env: { NODE_ENV: 'development', PORT: String(apiPort), PAGE_PORT: String(port) },
      },
      { title: 'The page', command: node, args: pageArgs(port), env: { API_PORT: String(apiPort) } },
    ])
  }),
  'dev:mock': prepared(async (node) => {
    const port = await pagePort()
    say(demonstrationSignIn)
    return runServices([{ title: 'The page', command: node, args: [...pageArgs(port), '--mode', 'mock'] }])
  }),
  build: prepared((node) => buildPage(node)),
  contract: prepared((node) =>
    runStep({ title: 'Writing api/schema.ts from api/openapi.yaml', command: node, args: contractArgs }),
  ),
  documents: prepared((node) =>
    runStep({
      title: 'Writing the generated documents',
      command: node,
      args: ['tests/architecture/write-documents.ts'],
    }),
  ),
  format: prepared((node) =>
    runStep({ title: 'Formatting', command: node, args: [biomeProgram, 'check', '--write', '--colors=off'] }),
  ),
  verify: prepared((node) => runChecks(node, quickChecks)),
  test: prepared((node) => runChecks(node, allChecks)),
  'test:full': prepared((node) => runFull(node)),
  seed: prepared((node, args) => runScript(node, commandScript, ['seed', ...args])),
  import: prepared((node, args) => runScript(node, commandScript, ['import', ...args])),
  audit: prepared((node, args) => runScript(node, commandScript, ['audit', ...args])),
  bench: prepared(runBenchmarks),
}

/**
 * @param {string} node
 * @param {string} script
 * @param {readonly string[]} args
 */
const runScript = (node, script, args) => runServices([{ title: script, command: node, args: [script, ...args] }])

/**
 * `npm run bench` runs the benchmarks one after another; `npm run bench -- NAME` runs one, with what follows given to it.
 * @param {string} node
 * @param {readonly string[]} args
 */
async function runBenchmarks(node, [name, ...args]) {
  const folder = join(projectRoot, 'tests', 'benchmarks')
  const ending = '.bench.ts'
  const names = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []))
    : []
  const file = (/** @type {string} */ chosen) => `tests/benchmarks/${chosen}${ending}`
  if (name !== undefined && names.includes(name)) return runScript(node, file(name), args)
  if (name !== undefined) {
    say(`There is no benchmark "${name}". Choose one of: ${names.join(', ')}.`)
    return 2
  }
  for (const each of names) {
    const code = await runScript(node, file(each), [])
    if (code !== 0) return code
  }
  return 0
}
