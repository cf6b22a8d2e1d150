import { network } from 'virtual:msw'
import { apiHandlers } from './handlers/api-handlers.ts'

/** Lets the page answer its own requests. What is changed lasts until the page is loaded again. */
export async function startMocks(): Promise<void> {
  network.configure({ handlers: apiHandlers, onUnhandledFrame: 'bypass' })
  await network.enable()
}
