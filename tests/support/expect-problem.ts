import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import type { components } from '#api/schema.ts'

type Problem = components['schemas']['Problem']

export interface ExpectedProblem {
  readonly status: number
  /** Behind "urn:problem:". */
  readonly kind: string
  /** Where the fault is, for a problem that points at something. */
  readonly pointer?: string
  /** Part of what is said about that place. */
  readonly message?: string | RegExp
  readonly detail?: string | RegExp
  readonly remedy?: string | RegExp
}

/** Checks a refusal as its reader meets it: what is wrong, where, how to mend it, and nothing of the program's inside. */
export function expectProblem(answer: LightMyRequestResponse, expected: ExpectedProblem): Problem {
  expect(answer.statusCode, answer.body.slice(0, 400)).toBe(expected.status)
  expect(answer.headers['content-type'], answer.body.slice(0, 400)).toMatch(/^application\/problem\+json\b/)
  expectNothingOfTheInside(answer)
  const problem = answer.json<Problem>()
  expect(problem.type).toBe(`urn:problem:${expected.kind}`)
  expect(problem.status).toBe(expected.status)
  expect(problem.title).not.toBe('')
  expect(problem.remedy, 'a remedy').toBeTruthy()
  expect(problem.requestId).toMatch(/^[0-9a-f-]{36}$/)
  if (expected.detail !== undefined) expect(problem.detail).toMatch(expected.detail)
  if (expected.remedy !== undefined) expect(problem.remedy).toMatch(expected.remedy)
  if (expected.pointer !== undefined) {
    const found = problem.errors?.find(({ pointer }) => pointer === expected.pointer)
    expect(found, `something at ${expected.pointer} in ${answer.body}`).toBeDefined()
    if (expected.message !== undefined) expect(found?.message).toMatch(expected.message)
  }
  return problem
}

/** No stack trace, no file, no statement and no name of a column leaves the service. */
export function expectNothingOfTheInside({ body }: LightMyRequestResponse): void {
  expect(body).not.toMatch(/\n\s+at |node_modules|\.ts:\d|select .* from|relation "|syntax error|organisation_id/i)
}
