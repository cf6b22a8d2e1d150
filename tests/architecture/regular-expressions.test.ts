import { createContext, Script } from 'node:vm'
import fc from 'fast-check'
import ts from 'typescript'
import { afterAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readProjectFiles } from './project-files.ts'

/** As long as the longest text that the contract lets through. */
const longest = 4_000
/** A pattern that does not come back within this is a bomb; those that are well made need a few milliseconds. */
const patienceMs = 5_000
const samplesEach = 3
// Only work inside a context of its own can be broken off.
const sandbox = createContext({})
const replacement = new Script('text.replace(pattern, "")')
const alwaysTried = [' ', 'a', 'A', '0', '-', '.', '\t', '"', '(', '\u0301']

const projectFiles = readProjectFiles()
const files = projectFiles.filter(({ path }) => /^(?:domain|server|src\/format)\/.*(?<!\.test)\.ts$/.test(path))
const patterns = new Map<string, { readonly pattern: RegExp; readonly where: string }>()
const note = (pattern: RegExp, where: string) => patterns.set(String(pattern), { pattern, where })

for (const { path, text } of files) {
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) note(literal(node.text), path)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest))
}
for (const { path } of files.filter(({ text }) => /new RegExp\(/.test(text))) {
  for (const pattern of await madeWhileLoading(path)) note(pattern, path)
}
noteContractPatterns(parse(projectFiles.find(({ path }) => path === 'api/openapi.yaml')?.text ?? ''))

let tried = 0
afterAll(() => console.log(`Regular expressions: ${patterns.size} patterns, ${tried} texts made to slow them down.`))

test('there are patterns to try', () => {
  expect(patterns.size).toBeGreaterThan(80)
})

test.each([...patterns.values()].map((each) => [String(each.pattern), each.where, each.pattern] as const))(
  '%s of %s comes to an end whatever it is given',
  (_, __, pattern) => {
    for (const text of slowTexts(pattern)) {
      expect(() => tryWithin(patienceMs, pattern, text), JSON.stringify(text.slice(0, 60))).not.toThrow()
      tried += 1
    }
  },
)

test('a bomb is found', () => {
  const bomb = /^(?:a+)+$/
  expect(slowTexts(bomb).some((text) => fails(() => tryWithin(200, bomb, text)))).toBe(true)
})

function literal(text: string): RegExp {
  const end = text.lastIndexOf('/')
  return new RegExp(text.slice(1, end), text.slice(end + 1))
}

/** Patterns that a module puts together from parts when it is loaded. */
async function madeWhileLoading(path: string): Promise<readonly RegExp[]> {
  const usual = globalThis.RegExp
  const made: RegExp[] = []
  globalThis.RegExp = new Proxy(usual, {
    construct(target, [source, flags]: [string | RegExp, string?]) {
      const pattern = new target(source, flags)
      made.push(pattern)
      return pattern
    },
  })
  try {
    await import(/* @vite-ignore */ `../../${path}`)
  } finally {
    globalThis.RegExp = usual
  }
  return made
}

function noteContractPatterns(part: unknown): void {
  if (typeof part !== 'object' || part === null) return
  for (const [name, value] of Object.entries(part)) {
    if (name === 'pattern' && typeof value === 'string') note(new RegExp(value, 'u'), 'api/openapi.yaml')
    else noteContractPatterns(value)
  }
}

/** Texts with one part many times over and an end that fits nowhere, made from the pattern's own letters and matches. */
function slowTexts(pattern: RegExp): readonly string[] {
  const letters = new Set([
    ...alwaysTried,
    ...[...pattern.source].filter((letter) => /[\p{L}\p{N} ./:-]/u.test(letter)).slice(0, 12),
  ])
  const pumped = [...letters].map((letter) => `${letter.repeat(longest)}\0`)
  for (const match of matchesOf(pattern)) {
    for (let from = 0; from < Math.min(match.length, 6); from += 1) {
      for (const length of [1, 2, 3]) {
        const part = match.slice(from, from + length)
        const often = part.repeat(Math.floor(longest / Math.max(1, part.length)))
        pumped.push(`${match.slice(0, from)}${often}${match.slice(from + length)}\0`)
      }
    }
  }
  return pumped
}

function matchesOf(pattern: RegExp): readonly string[] {
  try {
    return fc.sample(fc.stringMatching(new RegExp(pattern.source, pattern.flags.replace(/[giy]/g, ''))), {
      numRuns: samplesEach,
      seed: 1,
    })
  } catch {
    // Patterns that look behind are not made into texts; their letters still are.
    return []
  }
}

function tryWithin(milliseconds: number, pattern: RegExp, text: string): void {
  Object.assign(sandbox, { pattern, text })
  replacement.runInContext(sandbox, { timeout: milliseconds })
}

function fails(work: () => void): boolean {
  try {
    work()
    return false
  } catch {
    return true
  }
}
