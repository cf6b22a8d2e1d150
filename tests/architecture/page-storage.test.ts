import { describe, expect, it } from 'vitest'
import { type ProjectFile, readProjectFiles } from './project-files.ts'

/** Where a browser keeps what outlives the page. Cookies are the server's, and none of ours can be read by scripts. */
const stores =
  /\b(localStorage|sessionStorage|indexedDB|document\.cookie|cookieStore|CacheStorage|caches\.open|serviceWorker)\b/

const isOfPage = ({ path }: ProjectFile) => /^(src\/|index\.html$)/.test(path) && !path.includes('.test.')

it('the page keeps nothing in the browser: whoever sits down next finds no patient there', () => {
  const files = readProjectFiles().filter(isOfPage)
  expect(files.length).toBeGreaterThan(100)
  expect(findStores(files)).toEqual([])
})

describe('the check of what the page keeps', () => {
  it.each([
    "localStorage.setItem('draft', text)",
    'const draft = window.sessionStorage.draft',
    "indexedDB.open('patients')",
    "document.cookie = 'patient=1'",
    "navigator.serviceWorker.register('/worker.js')",
  ])('reports %s', (text) => {
    expect(findStores([{ path: 'src/ui/keeps.ts', text: `\n${text}\n` }])).toEqual([`src/ui/keeps.ts:2: ${text}`])
  })
})

function findStores(files: readonly ProjectFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
      .filter(({ line }) => stores.test(line))
      .map(({ line, place }) => `${place}: ${line.trim()}`),
  )
}
