import { describe, expect, it } from 'vitest'
import { type ProjectFile, readProjectFiles } from './project-files.ts'

/** Folders that exist on one person's machine. Put together from parts, so that this file does not report itself. */
const machinePaths = [
  new RegExp(`(^|[^\\w.~-])/(${['work', 'tmp', 'home', 'Users', 'root', 'mnt'].join('|')})/[\\w.-]`),
  new RegExp(`\\b[A-Z]:\\\\${'Users'}\\\\`),
]

/** Where packages come from is a setting of the machine, never of the project. */
const packageHosts = new RegExp(
  `\\b(regis${'try'}\\.[a-z]|npm${'js'}|yarn${'pkg'}|arti${'factory'}|veri${'daccio'})`,
  'i',
)

it('no file names a folder of one machine or a host of packages', () => {
  expect(findForeignPaths(readProjectFiles())).toEqual([])
})

describe('the check of foreign paths', () => {
  it.each([
    `const data = '/${'work'}/shared/data'`,
    `rm -rf /${'tmp'}/build`,
    `see /${'home'}/ann/notes.md`,
    `"resolved": "https://regis${'try'}.example.org/fastify.tgz"`,
    `https://www.npm${'js'}.com/package/kysely`,
  ])('reports %s', (text) => {
    expect(findForeignPaths([{ path: 'docs/a.md', text }])).toEqual(['docs/a.md:1'])
  })

  it.each([
    'GET /api/patients',
    '../work/plan.md',
    'the trial registry says so',
    '/usr/bin/chromium',
    "mkdtempSync(join(tmpdir(), 'page-'))",
  ])('allows %s', (text) => {
    expect(findForeignPaths([{ path: 'docs/a.md', text }])).toEqual([])
  })
})

function findForeignPaths(files: readonly ProjectFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        [...machinePaths, packageHosts].some((pattern) => pattern.test(line)) ? [`${path}:${index + 1}`] : [],
      ),
  )
}
