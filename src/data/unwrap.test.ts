import { describe, expect, it } from 'vitest'
import { ApiProblem, fieldErrors } from './problem.ts'
import { attempt, unwrap } from './unwrap.ts'

const conflict = {
  type: 'urn:problem:conflict',
  title: 'Somebody else changed this referral',
  status: 409,
  detail: 'It is now at version 4.',
  remedy: 'Look at the change, then decide again.',
  errors: [{ pointer: '/agreement/agreedOn', message: 'Enter the day of agreement' }],
}
const refused = () => Promise.resolve({ error: conflict, response: new Response(null, { status: 409 }) })

describe('an answer of the API', () => {
  it('gives its data', async () => {
    expect(await unwrap(Promise.resolve({ data: { count: 3 }, response: new Response() }))).toEqual({ count: 3 })
  })

  it('that is a problem is thrown with its words and remedy', async () => {
    await expect(unwrap(refused())).rejects.toMatchObject({
      status: 409,
      isConflict: true,
      title: conflict.title,
      remedy: conflict.remedy,
    })
  })

  it('that explains nothing becomes a problem with its status', async () => {
    const broken = Promise.resolve({ error: '<html>', response: new Response(null, { status: 502 }) })
    await expect(unwrap(broken)).rejects.toMatchObject({ status: 502, name: 'ApiProblem' })
  })

  it('that never comes says what to do', async () => {
    const problem = unwrap(Promise.reject(new TypeError('fetch failed')))
    await expect(problem).rejects.toMatchObject({ status: 0, remedy: expect.stringContaining('try again') })
  })

  it('that was overtaken by another navigation stays an abort', async () => {
    const overtaken = unwrap(Promise.reject(new DOMException('', 'AbortError')))
    await expect(overtaken).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('is handed to an action as a value, refused or not', async () => {
    const answer = await attempt(refused())
    expect(answer).toMatchObject({ ok: false, problem: { status: 409 } })
    expect(await attempt(Promise.resolve({ data: 1, response: new Response() }))).toEqual({ ok: true, data: 1 })
  })

  it('names its faulty fields as the form does', () => {
    expect(fieldErrors(new ApiProblem(conflict))).toEqual({ 'agreement.agreedOn': 'Enter the day of agreement' })
    expect(fieldErrors(null)).toEqual({})
  })
})
