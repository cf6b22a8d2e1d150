import { type HttpHandler, http } from 'msw/http'
import type { Method, PathWith } from '../http/operation-types.ts'
import { notInDemonstration } from '../http/problem.ts'

/** Accounts and organisations belong to a server: all of administration is refused here, and nothing else is. */
export const administrationHandlers = [
  refuse('post', '/first-administrator'),
  refuse('get', '/organisations'),
  refuse('post', '/organisations'),
  refuse('get', '/accounts'),
  refuse('post', '/accounts'),
]

function refuse<M extends Method>(method: M, path: PathWith<M>): HttpHandler {
  return http[method](`*/api${String(path)}`, () => notInDemonstration().toResponse())
}
