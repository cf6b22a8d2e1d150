import { describe, expect, it } from 'vitest'
import { readProjectFiles } from './project-files.ts'

/** Names that other programs or long custom prescribe. */
const prescribed = new Set(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'LICENSE'])

/** Folders that collect what nobody could name. */
const shapeless = new Set(['utils', 'util', 'helpers', 'common', 'shared', 'lib', 'misc', 'types', 'hooks'])

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/

describe('names of files and folders', () => {
  const paths = readProjectFiles().map(({ path }) => path)

  it('are in kebab-case', () => {
    expect(paths.length).toBeGreaterThan(20)
    expect(findBadNames(paths)).toEqual([])
  })

  it('say what a folder is about', () => {
    expect(findShapelessFolders(paths)).toEqual([])
  })
})

describe('the check of names', () => {
  it.each([
    'src/app/Shell.tsx',
    'src/app/app_shell.ts',
    'src/appShell/route.ts',
    'domain/cancer/match--grade.ts',
    'docs/Deploying.md',
  ])('reports %s', (path) => {
    expect(findBadNames([path])).toEqual([path])
  })

  it.each([
    'README.md',
    '.ci/run',
    '.dependency-cruiser.cjs',
    'src/style/_settings.scss',
    'src/features/patient-record/patient-record.test.tsx',
    'tests/contract/wire-types.test-d.ts',
    'docs/decisions/0001-stack.md',
  ])('allows %s', (path) => {
    expect(findBadNames([path])).toEqual([])
  })

  it('reports a shapeless folder at any depth, not a file of that name', () => {
    expect(findShapelessFolders(['src/ui/helpers/date.ts', 'server/hooks.ts', 'lib/a.ts'])).toEqual([
      'src/ui/helpers/date.ts',
      'lib/a.ts',
    ])
  })
})

function findBadNames(paths: readonly string[]): string[] {
  return paths.filter((path) => !prescribed.has(path) && !path.split('/').every(isKebab))
}

/** A leading dot hides a file and a leading underscore marks a partial stylesheet; each part between dots is kebab-case. */
function isKebab(name: string): boolean {
  return name
    .replace(/^[._]/, '')
    .split('.')
    .every((part) => kebab.test(part))
}

function findShapelessFolders(paths: readonly string[]): string[] {
  return paths.filter((path) =>
    path
      .split('/')
      .slice(0, -1)
      .some((folder) => shapeless.has(folder)),
  )
}
