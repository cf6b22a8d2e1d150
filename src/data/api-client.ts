import createClient from 'openapi-fetch'
import type { paths } from '#api/schema.ts'

/**
 * The one way to the API, typed from the contract. Only load-*.ts and action files use it.
 * The address is absolute because a Request outside a browser refuses a relative one, and fetch is looked up at each
 * call so that mocks which replace it later are not missed.
 */
export const api = createClient<paths>({
  baseUrl: new URL('/api', window.location.origin).href,
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
})
