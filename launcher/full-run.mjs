import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'
import { allChecks, runChecks } from './checks.mjs'
import { projectRoot } from './project-root.mjs'
import { alsoTell, say } from './say.mjs'

/** The long forms of the tests; a value already in the environment is kept. */
const longForms = { FULL: '1', KILLS: '20', PARITY_CRITERIA: '2000', PARITY_PATIENTS: '200', FUZZ_REQUESTS: '20000' }

const record = 'tests/full/latest.txt'

/**
 * Runs every check in its long form and writes what was printed to the record, which is committed.
 * @param {string} node
 */
export async function runFull(node) {
  Object.assign(process.env, { ...longForms, ...process.env })
  const startedAt = new Date()
  let printed = ''
  alsoTell((text) => {
    printed += text
  })
  const values = Object.keys(longForms).map((name) => `${name}=${process.env[name]}`)
  say(`Long forms: ${values.join(' ')}, Node ${process.version}, started ${startedAt.toISOString()}`)
  const code = await runChecks(node, allChecks)
  const path = join(projectRoot, record)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, withoutThisMachine(printed))
  process.stderr.write(`The record is in ${record}.\n`)
  return code
}

/** The record is committed, so it names no folder of the machine that made it. @param {string} text */
function withoutThisMachine(text) {
  return stripVTControlCharacters(text)
    .replaceAll(projectRoot, '.')
    .replaceAll(tmpdir(), '(temporary)')
    .replaceAll(homedir(), '(home)')
}
