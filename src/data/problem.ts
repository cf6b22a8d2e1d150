import type { components } from '#api/schema.ts'

export type Problem = components['schemas']['Problem']

/** A refused or failed request, in the words the API gave: what happened, why, and what to do (RFC 9457). */
export class ApiProblem extends Error {
  /** The HTTP status, or 0 when no answer came. */
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly remedy: string | null
  /** Faults of single fields, in the order of the API. */
  readonly errors: readonly { readonly pointer: string; readonly message: string }[]
  /** On a conflict, the referral as it is stored now. */
  readonly current: Problem['current']
  /** On a conflict over a clinician's verdict, what stands now; null where nothing does. */
  readonly currentOverride: Problem['currentOverride']
  /** On a duplicate, the referral that already exists. */
  readonly referralId: string | null

  constructor(problem: Problem) {
    super(`${problem.title}: ${problem.detail}`)
    this.name = 'ApiProblem'
    this.status = problem.status
    this.title = problem.title
    this.detail = problem.detail
    this.remedy = problem.remedy ?? null
    this.errors = problem.errors ?? []
    this.current = problem.current
    this.currentOverride = problem.currentOverride
    this.referralId = problem.referralId ?? null
  }

  get isSignedOut(): boolean {
    return this.status === 401
  }

  get isConflict(): boolean {
    return this.status === 409 || this.status === 412
  }
}

/** Messages by field name, for example pointer `/agreement/agreedOn` is under `agreement.agreedOn`. */
export function fieldErrors(problem: ApiProblem | null | undefined): Readonly<Record<string, string>> {
  const messages = problem?.errors.map(({ pointer, message }) => [fieldOfPointer(pointer), message] as const)
  return Object.fromEntries(messages ?? [])
}

function fieldOfPointer(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.')
}

export function unreachable(): ApiProblem {
  return new ApiProblem({
    type: 'urn:problem:unreachable',
    title: 'The service could not be reached',
    status: 0,
    detail: 'No answer came from the server. A change that was being saved may not have been saved.',
    remedy: 'Check your connection and try again. What you typed is still on the page.',
  })
}

export function unreadable(status: number): ApiProblem {
  return new ApiProblem({
    type: 'urn:problem:unreadable-answer',
    title: 'The service gave an answer this page cannot read',
    status,
    detail: `The server answered with status ${status} and no explanation.`,
    remedy: 'Try again. If it happens again, tell the people who run this service the time and the page.',
  })
}
