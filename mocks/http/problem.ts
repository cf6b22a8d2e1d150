import { HttpResponse } from 'msw/http'
import type { components } from '#api/schema.ts'
import { notAllowedText, notFoundText, notSignedInText } from '#domain/access/access-refusals.ts'
import type { RefusalText } from '#domain/access/refusal-text.ts'

type ProblemBody = components['schemas']['Problem']
type Extra = Partial<Pick<ProblemBody, 'errors' | 'current' | 'currentOverride' | 'referralId'>>

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

/** A refusal of the domain as this answers it. */
export function toProblem({ status, kind, title, detail, remedy, errors }: RefusalText, extra: Extra = {}): Problem {
  return new Problem(status, kind, title, detail, remedy, { ...(errors ? { errors } : {}), ...extra })
}

export const notFound = (what: string) => toProblem(notFoundText(what))
export const notSignedIn = () => toProblem(notSignedInText)
export const notAllowed = (detail: string) => toProblem(notAllowedText(detail))
