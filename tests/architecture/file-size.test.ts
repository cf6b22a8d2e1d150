import { expect, it } from 'vitest'
import { type ProjectFile, readProjectFiles } from './project-files.ts'

const lineLimit = 300
const handWritten = /\.(ts|tsx|mjs|cjs|js|scss|css)$/
const generated = new Set(['api/schema.ts'])

it('no hand-written file is longer than 300 lines', () => {
  const files = readProjectFiles()
  expect(files.filter(({ path }) => handWritten.test(path)).length).toBeGreaterThan(20)
  expect(findLongFiles(files)).toEqual([])
})

it('a file of 300 lines is allowed and one of 301 is reported', () => {
  const linesOfCode = (count: number) => 'a\n'.repeat(count)
  expect(findLongFiles([{ path: 'src/a.ts', text: linesOfCode(300) }])).toEqual([])
  expect(findLongFiles([{ path: 'src/a.ts', text: linesOfCode(301) }])).toEqual(['src/a.ts has 301 lines'])
  expect(findLongFiles([{ path: 'src/a.scss', text: `${linesOfCode(300)}last line without an end` }])).toEqual([
    'src/a.scss has 301 lines',
  ])
})

function findLongFiles(files: readonly ProjectFile[]): string[] {
  return files
    .filter(({ path }) => handWritten.test(path) && !generated.has(path))
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0) }))
    .filter(({ lines }) => lines > lineLimit)
    .map(({ path, lines }) => `${path} has ${lines} lines`)
}
