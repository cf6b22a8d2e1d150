import type { components } from '#api/schema.ts'

type ProblemBody = components['schemas']['Problem']
type Extra = Partial<Pick<ProblemBody, 'errors' | 'current' | 'referralId'>>

/** An error that the caller is told about as RFC 9457 problem details: what is wrong, where, and how to mend it. */
export class Problem extends Error {
  readonly status: number
  readonly type: string
  readonly title: string
  readonly remedy: string | undefined
  readonly extra: Extra

  constructor(status: number, kind: string, title: string, detail: string, remedy?: string, extra: Extra = {}) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.type = `urn:problem:${kind}`
    this.title = title
    this.remedy = remedy
    this.extra = extra
  }

  toBody(requestId: string): ProblemBody {
    const { type, title, status, message: detail, remedy, extra } = this
    return { type, title, status, detail, ...(remedy ? { remedy } : {}), ...extra, requestId }
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
