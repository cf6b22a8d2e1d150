import { expect, test } from 'vitest'
import { readProjectFiles } from './project-files.ts'

const files = readProjectFiles()
const code = files.filter(({ path }) => /^(?:domain|server|src)\/.*(?<!\.test)\.tsx?$/.test(path))

/** What keys and passwords look like when somebody writes one into a file. */
const looksSecret: readonly RegExp[] = [
  /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{36}\b/,
  /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\./,
  /\bpostgres(?:ql)?:\/\/(?!user:password@)[^\s:/@'"`]+:[^\s:/@'"`…$*{}]{6,}@(?!(?:localhost|127\.0\.0\.1)\b)/,
  /\b(?:secret|password|token|apiKey)\s*[:=]\s*['"][A-Za-z0-9+/=_-]{16,}['"]/i,
]

test('the environment is read in one place, which also takes each secret from a file', () => {
  const readers = code.filter(({ text }) => /process\.env\b/.test(text)).map(({ path }) => path)
  expect(readers.filter((path) => !['server/main.ts', 'server/scripts/run-command.ts'].includes(path))).toEqual([])
})

test('no file holds a secret; what tests make up is none', () => {
  const found = files
    .filter(({ path }) => path !== 'package-lock.json' && !/\.test\.tsx?$/.test(path))
    .flatMap(({ path, text }) => looksSecret.flatMap((sign) => (sign.test(text) ? `${path}: ${sign}` : [])))
  expect(found).toEqual([])
})

test.each([
  '-----BEGIN RSA PRIVATE KEY-----',
  `AKIA${'A1'.repeat(8)}`,
  'postgres://trials:hunter2hunter2@db.example/trials',
  "const password = 'abcdefghijklmnop1234'",
])('%s would be found', (text) => {
  expect(looksSecret.some((sign) => sign.test(text))).toBe(true)
})

test('git never takes the files in which secrets and data are kept', () => {
  const ignored = files.find(({ path }) => path === '.gitignore')?.text.split('\n') ?? []
  expect(ignored).toEqual(
    expect.arrayContaining([expect.stringMatching(/^\/?\.env/), expect.stringMatching(/^\/?data\/?$/)]),
  )
})
