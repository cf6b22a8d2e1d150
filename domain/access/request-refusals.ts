import type { RefusalText } from './refusal-text.ts'
import { requestFaults } from './request-faults.ts'

export type RequestPlace = 'the body' | 'the address' | 'a header'

/** One place of a request, as a JSON pointer, and what is wrong there. */
export interface PlacedFault {
  readonly pointer: string
  readonly message: string
}

/** Enough for every field of any form; a request with more faults was written by a program, and its maker reads on. */
export const mostFaultsListed = 20

const title = 'The request does not fit the contract'
const longestNameShown = 40

/**
 * All that is wrong with one part of a request at once, so that nobody mends it fault by fault. Each place has its first
 * fault only. Values are not repeated: they may name a person.
 */
export function invalidRequestText(place: RequestPlace, faults: readonly PlacedFault[]): RefusalText {
  const firsts = faults.filter(({ pointer }, index) => faults.findIndex((other) => other.pointer === pointer) === index)
  const listed = firsts.slice(0, mostFaultsListed).map(({ pointer, message }) => ({ pointer, message }))
  const isCut = firsts.length > listed.length
  return {
    status: 400,
    kind: 'invalid-request',
    title,
    detail: `Something in ${place} is not as it must be: ${listed.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')}.`,
    remedy: `Correct what is listed and send it again.${isCut ? ` Only the first ${mostFaultsListed} faults are.` : ''} Nothing was changed.`,
    errors: listed,
  }
}

/** The pointer to the part of `names`, from the outermost inwards. A name that the sender made up may be any length. */
export function pointerTo(names: readonly string[]): string {
  return `/${names.map((name) => name.slice(0, longestNameShown)).join('/')}`
}

/** Parameters of an address that the operation does not know: a misspelt filter would otherwise answer everything. */
export function unknownParametersText(names: readonly string[], known: readonly string[]): RefusalText {
  const shown = names.slice(0, mostFaultsListed).map((name) => name.slice(0, longestNameShown))
  return {
    status: 400,
    kind: 'invalid-request',
    title,
    detail: `The address has a parameter that this operation does not know: ${shown.map((name) => JSON.stringify(name)).join(', ')}.`,
    remedy: known.length > 0 ? `It knows ${known.join(', ')}.` : 'It takes no parameters.',
    errors: shown.map((pointer) => ({ pointer, message: requestFaults.notAParameter })),
  }
}

export const missingBodyText: RefusalText = {
  status: 400,
  kind: 'no-body',
  title: 'The body is missing',
  detail: 'This operation needs a JSON body and none was sent.',
  remedy: 'Send the body with content-type application/json.',
}

export const notJsonText: RefusalText = {
  status: 415,
  kind: 'not-json',
  title: 'The body is of the wrong kind',
  detail: 'This service reads JSON only.',
  remedy: 'Send the body with content-type application/json.',
}

export const brokenJsonText: RefusalText = {
  status: 400,
  kind: 'broken-json',
  title: 'The body is not JSON',
  detail: 'The body could not be read as JSON.',
  remedy: 'Check for a missing bracket, comma or quotation mark.',
}
