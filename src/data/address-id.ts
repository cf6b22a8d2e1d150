import { notFoundText } from '#domain/access/access-refusals.ts'
import { ApiProblem } from './problem.ts'

const identifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/**
 * The identifier that an address names, for example `addressId(params.patientId, 'patient')`. Throws the same ApiProblem
 * as for something that does not exist where the address holds no identifier at all: the API would call it malformed,
 * in words for programs.
 */
export function addressId(value: string | undefined, what: string): string {
  if (value !== undefined && identifier.test(value)) return value
  throw noSuch(what)
}

/** What is said of something that does not exist, or is not for the reader to see. */
export function noSuch(what: string): ApiProblem {
  const { kind, ...text } = notFoundText(what)
  return new ApiProblem({ type: `urn:problem:${kind}`, ...text })
}
