import { network } from 'virtual:msw'
import { demonstrationSignIn } from './data/accounts/demonstration-sign-in.ts'
import { apiHandlers } from './handlers/api-handlers.ts'

/** Lets the page answer its own requests. What is changed lasts until the page is loaded again. Resolves to whom one can sign in as. */
export async function startMocks() {
  network.configure({ handlers: apiHandlers, onUnhandledFrame: 'bypass' })
  await network.enable()
  return demonstrationSignIn
}
