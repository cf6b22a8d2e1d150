import { HttpResponse } from 'msw/http'
import type { components } from '#api/schema.ts'

type ProblemBody = components['schemas']['Problem']
type Extra = Partial<Pick<ProblemBody, 'errors' | 'current' | 'referralId'>>

/** A refusal in the words that the server would use: what is wrong, where, and how to mend it (RFC 9457). */
export class Problem extends Error {
  readonly body: ProblemBody

  constructor(status: number, kind: string, title: string, detail: string, remedy?: string, extra: Extra = {}) {
    super(detail)
    this.name = 'Problem'
    this.body = { type: `urn:problem:${kind}`, title, status, detail, ...(remedy ? { remedy } : {}), ...extra }
  }

  toResponse(): HttpResponse<ProblemBody> {
    return HttpResponse.json<ProblemBody>(
      { ...this.body, requestId: crypto.randomUUID() },
      { status: this.body.status, headers: { 'content-type': 'application/problem+json' } },
    )
  }
}

export function notFound(what: string): Problem {
  return new Problem(
    404,
    'not-found',
    'Not found',
    `There is no such ${what}, or it is not one that you may see.`,
    'Check the address, or go back to the list and open it from there.',
  )
}

export function notSignedIn(): Problem {
  return new Problem(
    401,
    'not-signed-in',
    'You are not signed in',
    'This needs somebody who is signed in, or your session has ended.',
    'Sign in and try again.',
  )
}

export function notAllowed(detail: string): Problem {
  return new Problem(403, 'not-allowed', 'You do not have access', detail, 'Ask an administrator if you need it.')
}

export function notInDemonstration(): Problem {
  return new Problem(
    501,
    'not-in-demo',
    'Not part of this demonstration',
    'Accounts and organisations are kept by a server, and this page runs without one.',
    'Start the whole service to look after accounts and organisations.',
  )
}
