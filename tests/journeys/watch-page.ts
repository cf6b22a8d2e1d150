import { expect, type Page } from '@playwright/test'

/**
 * Notes whatever a page should never do: talk to another origin, fail in a script, or put a name into an address. A
 * browser notes each refused request as an error; a journey that provokes refusals says with which status.
 */
export function watchPage(
  page: Page,
  refusedWith: readonly number[] = [],
): { readonly expectNothingWrong: () => void } {
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    const isExpected = refusedWith.some((status) => message.text().includes(`responded with a status of ${status} `))
    if (message.type() === 'error' && !isExpected) wrong.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.hostname !== 'localhost') wrong.push(`foreign request: ${url.href}`)
  })
  return { expectNothingWrong: () => expect(wrong).toEqual([]) }
}
