import { setupServer } from 'msw/node'
import { apiHandlers } from './handlers/api-handlers.ts'

/** The API for tests in Node. Give `listen` what to do with other requests, and `resetDemonstration` before each suite. */
export const mockServer = setupServer(...apiHandlers)
