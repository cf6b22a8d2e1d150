import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of the project by its path from the root, and its text. */
export type ProjectFile = { readonly path: string; readonly text: string }

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url))

/** What tools make and git ignores. */
const madeByTools = new Set([
  '.git',
  '.cache',
  '.env',
  'node_modules',
  'dist',
  'data',
  'test-results',
  'playwright-report',
])

const pictures = /\.(png|jpe?g|gif|ico|woff2?|gz|zip)$/

/** Every text file of the project, in order of path. */
export function readProjectFiles(): readonly ProjectFile[] {
  return pathsIn('')
    .filter((path) => !pictures.test(path))
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }))
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(join(projectRoot, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (folder === '' && madeByTools.has(entry.name)) return []
      if (entry.name.endsWith('.log')) return []
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? pathsIn(path) : [path]
    })
}
