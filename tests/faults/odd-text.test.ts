import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { openTestApp, type Send, type TestApp } from '../support/build-app.ts'
import { expectProblem } from '../support/expect-problem.ts'

type Schemas = components['schemas']

let app: TestApp
let oncologist: Send
let administrator: Send

beforeAll(async () => {
  app = await openTestApp()
  administrator = await app.signInAs('administrator')
  oncologist = await app.signInAs('oncologist')
})
afterAll(() => app.close())

const json = { 'content-type': 'application/json' }
const search = (payload: object | string) =>
  oncologist({ method: 'POST', url: '/api/patients/search', headers: json, payload })
const trials = (query: string) => oncologist({ method: 'GET', url: `/api/trials?${query}` })

async function found(text: string): Promise<Schemas['PatientPage']> {
  const answer = await search({ filters: { text }, limit: 100 })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<Schemas['PatientPage']>()
}

describe('searching people by text that is odd', () => {
  test('a name in full-width letters finds the person', async () => {
    const name = (await found('a')).items[0]?.name.familyName ?? ''
    const fullWidth = [...name]
      .map((letter) => (/[!-~]/.test(letter) ? String.fromCodePoint(letter.charCodeAt(0) + 0xfee0) : letter))
      .join('')
    expect(fullWidth).not.toBe(name)
    expect((await found(fullWidth)).items.map((row) => row.name.familyName)).toContain(name)
  })

  test('an NHS number is found whole, with spaces and with hyphens; a malformed one is nobody’s', async () => {
    const patient = (await found('a')).items.find(({ nhsNumber }) => nhsNumber !== null)
    const number = patient?.nhsNumber ?? ''
    const spaced = `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
    for (const typed of [number, spaced, spaced.replaceAll(' ', '-')]) {
      expect(
        (await found(typed)).items.map(({ patientId }) => patientId),
        typed,
      ).toEqual([patient?.patientId])
    }
    expect((await found('999 123 4567')).total).toEqual({ count: 0, isCapped: false })
    expect((await found('999 123 456')).total.count).toBe(0)
    expect((await found('99912345678901234567890')).total.count).toBe(0)
  })

  test.each([
    "'; drop table patient; --",
    "' or '1'='1",
    '%',
    '_',
    '\\',
    '%%%',
    '$1',
    '"',
    '{{text}}',
    '<script>',
    '😀',
    'ﬀ',
  ])('%s is text like any other', async (text) => {
    expect((await found(text)).total.count).toBe(0)
  })

  test.each([
    ['a null character', '"Smi\\u0000th"'],
    ['half a surrogate pair', '"Smi\\ud83dth"'],
  ])('%s is refused where it stands', async (_, text) => {
    expectProblem(await search(`{"filters":{"text":${text}}}`), {
      status: 400,
      kind: 'invalid-request',
      pointer: '/filters/text',
      message: 'has a character that is not text',
      remedy: 'Correct',
    })
    const signIn = `{"email":${text},"password":"x"}`
    const answer = await app.send({ method: 'POST', url: '/api/session', headers: json, payload: signIn })
    expectProblem(answer, { status: 400, kind: 'invalid-request', pointer: '/email' })
    const organisation = `{"code":"ZZ098","name":${text}}`
    const added = await administrator({
      method: 'POST',
      url: '/api/organisations',
      headers: json,
      payload: organisation,
    })
    expectProblem(added, { status: 400, kind: 'invalid-request', pointer: '/name' })
  })

  test('a null character in an address is refused', async () => {
    expectProblem(await trials('text=a%00b'), { status: 400, kind: 'invalid-request', pointer: '/text' })
  })

  test('the trial list takes odd text too', async () => {
    for (const text of ["'; drop table trial; --", '%', '_', '\\', '😀']) {
      const answer = await trials(`text=${encodeURIComponent(text)}`)
      expect(answer.json<Schemas['TrialPage']>().total.count, text).toBe(0)
    }
    expect((await trials('')).json<Schemas['TrialPage']>().total.count).toBeGreaterThan(0)
  })
})
