import type { BaseIssue } from 'valibot'
import { requestFaults } from '#domain/access/request-faults.ts'
import { invalidRequestText, pointerTo, type RequestPlace } from '#domain/access/request-refusals.ts'
import { type Problem, toProblem } from './problem.ts'

/** What does not fit the contract, as pointers with one sentence each, in the words of the server. */
export function invalidRequest(place: RequestPlace, issues: readonly BaseIssue<unknown>[]): Problem {
  const faults = issues.map((issue) => ({
    pointer: pointerTo((issue.path ?? []).map(({ key }) => String(key))),
    message: sentence(issue),
  }))
  return toProblem(invalidRequestText(place, faults))
}

/** True for a field that the schema does not name. */
export function isUnknownField({ type, expected }: BaseIssue<unknown>): boolean {
  return type === 'strict_object' && expected === 'never'
}

function sentence(issue: BaseIssue<unknown>): string {
  const { type, kind, expected, received, requirement, message } = issue
  if (isUnknownField(issue)) return requestFaults.notAField
  if ((type === 'strict_object' || type === 'object') && received === 'undefined') return requestFaults.missing
  const limit = Number(requirement)
  switch (type) {
    case 'picklist':
      return choice(expected)
    case 'min_length':
      return Array.isArray(issue.input) ? requestFaults.atLeastItems(limit) : requestFaults.atLeastCharacters(limit)
    case 'max_length':
      return Array.isArray(issue.input) ? requestFaults.atMostItems(limit) : requestFaults.atMostCharacters(limit)
    case 'min_value':
      return requestFaults.atLeast(limit)
    case 'max_value':
      return requestFaults.atMost(limit)
    case 'strict_object':
      return requestFaults.ofType('object')
    // Every number that a request of this contract has is a whole one.
    case 'number':
      return requestFaults.ofType('integer')
    case 'regex':
      return requirement instanceof RegExp ? requestFaults.ofPattern(requirement.source, message) : message
    default:
      return kind === 'schema' ? requestFaults.ofType(type) : message
  }
}

/** The choices are kept as text such as `("name" | "bornOn")`. A flag of an address is written as one of two words. */
function choice(expected: string | null): string {
  const choices = (expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ',')
  const words: unknown = JSON.parse(`[${choices}]`)
  if (!Array.isArray(words)) return requestFaults.notValid
  return words.join() === 'true,false' ? requestFaults.ofType('boolean') : requestFaults.oneOf(words)
}
