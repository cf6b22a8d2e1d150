import type { components } from '#api/schema.ts'
import { notAllowedText, notFoundText, notSignedInText } from '#domain/access/access-refusals.ts'
import type { RefusalText } from '#domain/access/refusal-text.ts'

type ProblemBody = components['schemas']['Problem']
type Extra = Partial<Pick<ProblemBody, 'errors' | 'current' | 'currentOverride' | 'referralId'>>

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

/** A refusal of the domain as this answers it. */
export function toProblem({ status, kind, title, detail, remedy, errors }: RefusalText, extra: Extra = {}): Problem {
  return new Problem(status, kind, title, detail, remedy, { ...(errors ? { errors } : {}), ...extra })
}

export const notFound = (what: string) => toProblem(notFoundText(what))
export const notSignedIn = () => toProblem(notSignedInText)
export const notAllowed = (detail: string) => toProblem(notAllowedText(detail))
