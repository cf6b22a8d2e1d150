import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { projectRoot } from './project-files.ts'

const dist = join(projectRoot, 'dist')
const budgetKilobytes = 137

/** What the bundler says about its output: for each source that starts a file, the files it needs at once. */
type Manifest = Readonly<Record<string, { readonly file: string; readonly imports?: readonly string[] }>>

describe('the built page', () => {
  it('is there (else: npm run build)', () => {
    expect(existsSync(join(dist, 'index.html'))).toBe(true)
  })

  it('needs at most 137 kB of compressed JavaScript for the first view of the patient worklist', () => {
    const manifest: Manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
    const worklist = Object.keys(manifest).filter((source) => source.startsWith('src/features/patient-worklist/'))
    expect(worklist).not.toEqual([])
    const files = filesNeededBy(['index.html', ...worklist], manifest).filter((file) => file.endsWith('.js'))
    const kilobytes =
      files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0) / 1000
    expect(kilobytes).toBeGreaterThan(50)
    expect(kilobytes).toBeLessThanOrEqual(budgetKilobytes)
    expect(files.filter((file) => readFileSync(join(dist, file), 'utf8').includes('recharts'))).toEqual([])
  })

  it('holds nothing of the mock API, and only what the content policy lets a browser load', () => {
    expect(findForbidden(readText(dist))).toEqual([])
  })
})

describe('the checks of the built page', () => {
  it('follow imports through shared files, each counted once', () => {
    const manifest: Manifest = {
      'index.html': { file: 'index.js', imports: ['_react.js'] },
      'src/a.tsx': { file: 'a.js', imports: ['_react.js', '_table.js'] },
      '_react.js': { file: 'react.js' },
      '_table.js': { file: 'table.js', imports: ['_react.js'] },
      'src/charts.tsx': { file: 'charts.js' },
    }
    expect(filesNeededBy(['index.html', 'src/a.tsx'], manifest)).toEqual(['index.js', 'react.js', 'a.js', 'table.js'])
  })

  it.each([
    ['mockServiceWorker.js', '', 'part of the mock API'],
    ['assets/a.js', 'navigator.serviceWorker.register("/mockServiceWorker.js")', 'part of the mock API'],
    ['index.html', '<script>start()</script>', 'a script inside the document'],
    ['index.html', '<link href="https://fonts.example/a.css">', 'something loaded from another origin'],
    ['assets/a.css', '@font-face{src:url(https://assets.example/f.woff2)}', 'something loaded from another origin'],
  ])('report %s with %j', (path, text, fault) => {
    expect(findForbidden([{ path, text }])).toEqual([`${path}: ${fault}`])
  })

  it('allow files of the own origin', () => {
    const text = '<link rel="icon" href="/favicon.svg"><script type="module" src="/assets/index.js"></script>'
    expect(findForbidden([{ path: 'index.html', text }])).toEqual([])
  })
})

function filesNeededBy(sources: readonly string[], manifest: Manifest): string[] {
  const seen = new Set<string>()
  const visit = (source: string): void => {
    if (seen.has(source)) return
    seen.add(source)
    for (const imported of manifest[source]?.imports ?? []) visit(imported)
  }
  for (const source of sources) visit(source)
  return [...seen].flatMap((source) => manifest[source]?.file ?? [])
}

type Output = { readonly path: string; readonly text: string }

function readText(folder: string): Output[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(js|css|html)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
}

function findForbidden(outputs: readonly Output[]): string[] {
  return outputs.flatMap(({ path, text }) => {
    const faults = [
      /mockServiceWorker/.test(path + text) ? 'part of the mock API' : '',
      path.endsWith('.html') && /<script(?![^>]*\bsrc=)/.test(text) ? 'a script inside the document' : '',
      /(?:src|href)="(?:https?:)?\/\//.test(path.endsWith('.html') ? text : '') ||
      /url\(["']?(?:https?:)?\/\//.test(path.endsWith('.css') ? text : '')
        ? 'something loaded from another origin'
        : '',
    ]
    return faults.filter((fault) => fault !== '').map((fault) => `${path}: ${fault}`)
  })
}
