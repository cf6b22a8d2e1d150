import { createBrowserRouter } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { nameHistoryEntry } from './name-history-entry.ts'

/** What a document does with the entry that it is opened at. */
function openDocument(): string {
  nameHistoryEntry()
  const router = createBrowserRouter([{ path: '*' }])
  const { key } = router.state.location
  router.dispose()
  return key
}

// A document that is opened by its address finds no state in the history.
beforeEach(() => window.history.replaceState(null, '', '/patients/a'))

test('each page opened by its address has a key of its own, so none takes over where another was scrolled to', () => {
  const first = openDocument()
  window.history.replaceState(null, '', '/patients/b')
  const second = openDocument()
  expect(first).not.toBe('default')
  expect(second).not.toBe('default')
  expect(second).not.toBe(first)
})

test('a page that is reloaded, or gone back to, keeps its key and so its place', () => {
  const key = openDocument()
  expect(openDocument()).toBe(key)
})

test('what else the entry holds stays', () => {
  window.history.replaceState({ usr: { sought: 'Smith' } }, '', '/patients')
  nameHistoryEntry()
  expect(window.history.state).toMatchObject({ usr: { sought: 'Smith' } })
})
