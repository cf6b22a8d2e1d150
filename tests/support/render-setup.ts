import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { keepRequestsToOneTest } from './requests-of-a-test.ts'

// nhsuk-frontend refuses to start without the class, as it would in an unsupported browser.
document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')

// One second is shorter than the first load of a lazy chart route on a busy machine.
configure({ asyncUtilTimeout: 5_000 })

// jsdom has no layout, so scrolling to the top after a navigation has nothing to do.
window.scrollTo = () => undefined
Element.prototype.scrollIntoView = () => undefined

let endRequests: () => Promise<void>

beforeEach(() => {
  endRequests = keepRequestsToOneTest()
  vi.spyOn(console, 'error')
  vi.spyOn(console, 'warn')
})

afterEach(async () => {
  cleanup()
  // One document for all: what a page keeps with its entry in the history is not the next test's.
  window.history.replaceState(null, '')
  await endRequests()
  // What React or a library complains about is a fault of the page, even when the test's own expectations hold.
  expect(vi.mocked(console.error).mock.calls, 'calls of console.error').toEqual([])
  expect(vi.mocked(console.warn).mock.calls, 'calls of console.warn').toEqual([])
})
