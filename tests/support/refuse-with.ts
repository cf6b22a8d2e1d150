import { HttpResponse } from 'msw/http'
import type { components } from '#api/schema.ts'

type Problem = components['schemas']['Problem']

/** A handler's refusal of any request, in the words of the API. */
export function refuseWith(status: number, title: string, detail: string, more: Partial<Problem> = {}) {
  return () => HttpResponse.json<Problem>({ type: 'urn:problem:test', title, status, detail, ...more }, { status })
}
