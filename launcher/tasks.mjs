import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildPage, preparePage } from './build-page.mjs'
import { allChecks, contractArgs, quickChecks, runChecks } from './checks.mjs'
import { findNode } from './find-node.mjs'
import { runFull } from './full-run.mjs'
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
const commandScript = 'server/scripts/run-command.ts'

/** @type {Record<string, Task>} the npm scripts, by name */
export const tasks = {
  start: prepared(async (node, args) => {
    await preparePage(node)
    return runServices([{ title: 'The server', command: node, args: [server, ...args] }])
  }),
  dev: prepared((node) =>
    runServices([
      {
        title: 'The server',
        command: node,
        args: ['--watch', '--watch-preserve-output', server],
        env: { NODE_ENV: 'development' },
      },
      { title: 'The page', command: node, args: [viteProgram] },
    ]),
  ),
  'dev:mock': prepared((node) =>
    runServices([{ title: 'The page', command: node, args: [viteProgram, '--mode', 'mock'] }]),
  ),
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
  bench: prepared(runBenchmarks),
}

/**
 * @param {string} node
 * @param {string} script
 * @param {readonly string[]} args
 */
const runScript = (node, script, args) => runServices([{ title: script, command: node, args: [script, ...args] }])

/**
 * `npm run bench` names the benchmarks; `npm run bench -- NAME` runs one.
 * @param {string} node
 * @param {readonly string[]} args
 */
async function runBenchmarks(node, [name, ...args]) {
  const folder = join(projectRoot, 'tests', 'benchmarks')
  const ending = '.bench.ts'
  const names = existsSync(folder)
    ? readdirSync(folder).flatMap((file) => (file.endsWith(ending) ? [file.slice(0, -ending.length)] : []))
    : []
  if (name !== undefined && names.includes(name)) {
    return runScript(node, `tests/benchmarks/${name}${ending}`, args)
  }
  say(`Choose a benchmark: npm run bench -- NAME, where NAME is one of: ${names.join(', ') || '(none written yet)'}.`)
  return name === undefined ? 0 : 2
}
