import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Everything the built page is made from. */
const sources = [
  'index.html',
  'vite.config.ts',
  'launcher/compress-page.mjs',
  'package-lock.json',
  'public',
  'src',
  'domain',
  'api',
]

/**
 * One hash over the names and contents of the page's sources. Contents, not times: a fresh clone has no useful times.
 * Tests are left out, since no page holds them.
 * @param {string} root
 */
export function fingerprintOfPage(root) {
  const hash = createHash('sha256')
  for (const path of sources.flatMap((source) => filesUnder(root, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(root, path) {
  const place = join(root, path)
  if (!existsSync(place)) return []
  if (statSync(place).isFile()) return /\.test(-d)?\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(root, `${path}/${name}`))
}
