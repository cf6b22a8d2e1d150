import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { chromium } from '@playwright/test'

/** Where the browser for the journeys is, and by which of the four ways it was found. */
export type FoundChromium = { readonly path: string; readonly foundBy: string }

/** What the search looks at; tests pass their own. */
export type ChromiumPlaces = {
  readonly setting: string | undefined
  readonly searchPath: string
  readonly playwrightPath: string
  readonly exists: (path: string) => boolean
  /** Installs the distribution's Chromium where that is possible; says whether it did. */
  readonly install: () => boolean
}

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Finds a Chromium: by the setting CHROMIUM_PATH, on the system, as Playwright's own download, or, as root on a
 * Debian-like system, by installing it.
 * @throws when there is none, naming each way to provide one
 */
export function findChromium(places: ChromiumPlaces = thisMachine()): FoundChromium {
  const { setting, playwrightPath, exists } = places
  if (setting !== undefined && setting !== '') {
    if (exists(setting)) return { path: setting, foundBy: 'the setting CHROMIUM_PATH' }
    throw new Error(`CHROMIUM_PATH names ${setting}, which does not exist. Correct it or leave it unset.`)
  }
  const onSystem = findOnSystem(places)
  if (onSystem !== undefined) return { path: onSystem, foundBy: 'the system' }
  if (exists(playwrightPath)) return { path: playwrightPath, foundBy: "Playwright's own download" }
  const installed = places.install() ? findOnSystem(places) : undefined
  if (installed !== undefined) return { path: installed, foundBy: 'installing it with apt' }
  throw new Error(
    'The journeys need Chromium and none was found. Install the package chromium, or run ' +
      '"npx playwright install chromium", or set CHROMIUM_PATH to a Chromium or Chrome program.',
  )
}

function findOnSystem({ searchPath, exists }: ChromiumPlaces): string | undefined {
  return searchPath
    .split(delimiter)
    .flatMap((folder) => programs.map((program) => join(folder, program)))
    .find(exists)
}

function thisMachine(): ChromiumPlaces {
  return {
    setting: process.env.CHROMIUM_PATH,
    searchPath: process.env.PATH ?? '',
    playwrightPath: chromium.executablePath(),
    exists: existsSync,
    install: installWithApt,
  }
}

function installWithApt(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false
  console.log('No Chromium here: installing it with apt, which may take a minute or two.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (...args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  return run('update') && run('install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation')
}
