import type { BaseIssue } from 'valibot'
import { Problem } from './problem.ts'

/** What does not fit the contract, as a pointer with one sentence. The value is not repeated: it may name a person. */
export function invalidRequest(place: 'the body' | 'the address' | 'a header', issue: BaseIssue<unknown>): Problem {
  const pointer = `/${(issue.path ?? []).map(({ key }) => String(key)).join('/')}`
  const message = sentence(issue)
  return new Problem(
    400,
    'invalid-request',
    'The request does not fit the contract',
    `Something in ${place} is not as it must be: ${pointer} ${message}.`,
    'Correct what is listed and send it again. Nothing was changed.',
    { errors: [{ pointer, message }] },
  )
}

function sentence({ type, kind, expected, received, message }: BaseIssue<unknown>): string {
  if (type === 'strict_object' && expected === 'never') return 'is not a field of this request'
  if (type === 'strict_object' && received === 'undefined') return 'is missing'
  if (type === 'picklist' && expected !== null)
    return `must be one of ${expected.replace(/^\(|\)$/g, '').replaceAll(' | ', ', ')}`
  return kind === 'schema' ? `must be ${expected?.toLowerCase() ?? 'another value'}` : message
}

/** A misspelt filter would otherwise answer with everything. */
export function unknownParameters(names: readonly string[], known: readonly string[]): Problem {
  const shown = names.map((name) => name.slice(0, 40))
  return new Problem(
    400,
    'invalid-request',
    'The request does not fit the contract',
    `The address has a parameter that this operation does not know: ${shown.map((name) => JSON.stringify(name)).join(', ')}.`,
    known.length > 0 ? `It knows ${known.join(', ')}.` : 'It takes no parameters.',
    { errors: shown.map((pointer) => ({ pointer, message: 'is not a parameter of this operation' })) },
  )
}

export function notJson(): Problem {
  return new Problem(
    415,
    'not-json',
    'The body is of the wrong kind',
    'This service reads JSON only.',
    'Send the body with content-type application/json.',
  )
}

export function noBody(): Problem {
  return new Problem(
    400,
    'no-body',
    'The body is missing',
    'This operation needs a JSON body and none was sent.',
    'Send the body with content-type application/json.',
  )
}

export function brokenJson(): Problem {
  return new Problem(
    400,
    'broken-json',
    'The body is not JSON',
    'The body could not be read as JSON.',
    'Check for a missing bracket, comma or quotation mark.',
  )
}
