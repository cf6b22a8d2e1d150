import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { entryOfItem } from '#domain/eligibility/entry-of-item.ts'
import type { ApiAnswer, ApiRequest } from './api-under-test.ts'
import { bothApisAs } from './both-apis.ts'

type Schemas = components['schemas']

const provenance = { observedOn: '2026-06-14', source: 'Clinic letter', unit: null, lowerLimit: null, upperLimit: null }
const lab = { kind: 'observation', observationKind: 'lab', ...provenance }
const travel = { kind: 'observation', observationKind: 'preference', code: 'travel-limit', ...provenance }
const review = { kind: 'assertion', assertedOn: '2026-06-14', source: 'Clinic letter' }

const wrongly = { kind: 'withdrawal', reason: 'Of another patient' }

/** What a nurse records one after the other, and what is refused. */
const entries: readonly (readonly [number, object])[] = [
  [201, { ...lab, code: 'platelets', value: 82, unit: '10*9/L', observedOn: '2026-06-12' }],
  [201, { ...lab, code: 'platelets', value: 230, unit: '10*3/uL' }],
  [201, { ...lab, code: 'anc', value: 2.4, unit: '10*9/L' }],
  [201, { ...lab, code: 'bilirubin', value: 9, unit: 'umol/L', upperLimit: 21 }],
  [201, { ...lab, observationKind: 'performance-status', code: 'ECOG', value: 1 }],
  [201, { ...lab, observationKind: 'metastasis', code: 'cns', value: 'absent' }],
  [201, { ...travel, value: 50, unit: '[mi_i]' }],
  [201, { ...review, category: 'comorbidities-reviewed' }],
  [201, { ...review, category: 'treatment-history-complete' }],
  [400, { ...lab, code: 'platelets', value: 82, unit: 'g/L' }],
  [400, { ...travel, value: 1001, unit: '[mi_i]' }],
  [201, { ...travel, value: 'any-distance', observedOn: '2026-06-13' }],
]

describe('the mocks record what is found out as the server does', () => {
  const { mocks, server } = bothApisAs('nurse')

  const search: ApiRequest = {
    method: 'POST',
    path: '/patients/search',
    body: { filters: { missing: ['performanceStatus'] }, limit: 100 },
  }

  const addition = (patientId: string, body: object): ApiRequest => ({
    method: 'POST',
    path: `/patients/${patientId}/items`,
    body,
    headers: { 'idempotency-key': randomUUID() },
  })

  test('value by value: the changes, the trials, the record, the worklist and its order', async () => {
    const patients = ((await mocks(search)).body as Schemas['PatientPage']).items.slice(0, 3)
    expect(patients).toHaveLength(3)
    for (const { patientId } of patients) {
      for (const [status, body] of entries) {
        const request = addition(patientId, body)
        const answer = await mocks(request)
        expect(answer.status, JSON.stringify(answer.body)).toBe(status)
        expect(comparable(answer), JSON.stringify(body)).toEqual(comparable(await server(request)))
      }
      await same(patientId)
    }
  })

  test('a value that is corrected and one that is taken back, which then is on neither list', async () => {
    const { patientId } = ((await mocks(search)).body as Schemas['PatientPage']).items[3] ?? { patientId: '' }
    const patient: ApiRequest = { method: 'GET', path: `/patients/${patientId}` }
    const { items } = (await mocks(patient)).body as Schemas['Patient']
    expect(items.length).toBeGreaterThan(3)
    for (const [index, { itemId, entered, before }] of items.entries()) {
      const restores = before === null ? {} : { restores: false }
      const body = index % 2 === 0 ? { ...entered, replaces: itemId } : { ...wrongly, replaces: itemId, ...restores }
      const request = addition(patientId, body)
      const answer = await mocks(request)
      expect(comparable(answer), JSON.stringify(body)).toEqual(comparable(await server(request)))
    }
    await same(patientId, 'replaces')
    const { withdrawn } = (await mocks(patient)).body as Schemas['Patient']
    expect(withdrawn).toHaveLength(Math.floor(items.length / 2))
  })

  test('values that are brought back, each where a correction had been a mistake', async () => {
    const { patientId } = ((await mocks(search)).body as Schemas['PatientPage']).items[4] ?? { patientId: '' }
    const patient: ApiRequest = { method: 'GET', path: `/patients/${patientId}` }
    const { items } = (await mocks(patient)).body as Schemas['Patient']
    expect(items.length).toBeGreaterThan(3)
    for (const { itemId, entered } of items) {
      const correction = addition(patientId, { ...entered, source: 'Mistaken letter', replaces: itemId })
      for (const ask of [mocks, server]) {
        const { itemId: mistaken } = (await ask(correction)).body as Schemas['RecordedChange']
        const back = await ask(addition(patientId, { ...wrongly, replaces: mistaken, restores: true }))
        expect(back.status, JSON.stringify(back.body)).toBe(201)
      }
    }
    await same(patientId, 'replaces')
    const now = (await mocks(patient)).body as Schemas['Patient']
    expect(now.withdrawn).toHaveLength(items.length)
    expect(now.items.map(({ valueText }) => valueText).toSorted()).toEqual(
      items.map(({ valueText }) => valueText).toSorted(),
    )
  })

  test('what says otherwise than the record, and what cannot be true beside it: both name the same records', async () => {
    const { patientId } = ((await mocks(search)).body as Schemas['PatientPage']).items[5] ?? { patientId: '' }
    const opposed: number[] = []
    for (const body of [
      { ...lab, observationKind: 'performance-status', code: 'ECOG', value: 1 },
      { ...lab, observationKind: 'performance-status', code: 'ECOG', value: 3 },
      { ...lab, observationKind: 'metastasis', code: 'cns', value: 'absent' },
      { ...lab, observationKind: 'metastasis', code: 'brain', value: 'present' },
    ]) {
      const request = addition(patientId, body)
      const answer = await mocks(request)
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      expect(comparable(answer), JSON.stringify(body)).toEqual(comparable(await server(request)))
      opposed.push((answer.body as Schemas['RecordedChange']).opposing.length)
    }
    expect(opposed).toEqual([0, 1, 0, 1])
  })

  test('a diagnosis that is completed, and the cancer type that follows from it', async () => {
    const open: ApiRequest = { ...search, body: { filters: { missing: ['histology'] }, limit: 100 } }
    const { items } = (await mocks(open)).body as Schemas['PatientPage']
    for (const { patientId } of items) {
      const { settling } = (await mocks({ method: 'GET', path: `/patients/${patientId}/candidates` }))
        .body as Schemas['CandidateList']
      const item = settling.find(({ key }) => key === 'diagnosis:histology')
      if (!item?.replaces) continue
      expect(entryOfItem(item).kind).toBe('form')
      const body = {
        kind: 'diagnosis',
        morphology: '8171/3',
        basis: 'histology',
        replaces: item.replaces,
        source: 'Report',
      }
      const request = addition(patientId, body)
      const answer = await mocks(request)
      expect(answer.status, JSON.stringify(answer.body)).toBe(201)
      const stored = await server(request)
      expect(comparable(answer)).toEqual(comparable(stored))
      // A cancer that is still not settled asks for a correction of the row of just now.
      for (const { body: change } of [answer, stored]) recordedNow.add((change as Schemas['RecordedChange']).itemId)
      await same(patientId)
      return
    }
    throw new Error('No patient has a diagnosis that lacks its histology.')
  })

  /** `own`: what may be the name of a new row, of which each API has its own. */
  async function same(patientId: string, ...own: readonly string[]): Promise<void> {
    const requests: readonly ApiRequest[] = [
      { method: 'GET', path: `/patients/${patientId}/candidates` },
      { method: 'GET', path: `/patients/${patientId}` },
      { ...search, body: { filters: {}, sort: 'updated', limit: 5 } },
      { ...search, body: { filters: {}, sort: 'candidates', limit: 20 } },
      search,
    ]
    for (const request of requests) {
      expect(comparable(await mocks(request), own), request.path).toEqual(comparable(await server(request), own))
    }
  }
})

const recordedNow = new Set<unknown>()

/**
 * Rows that were recorded just now have a name of their own at each API, and nothing else tells them apart. Of several
 * changes in the one instant at which the clock stands still, neither knows the newest.
 */
function comparable({ status, body }: ApiAnswer, own: readonly string[] = []): unknown {
  const text = JSON.stringify(body, (key, value) => {
    if (['itemId', 'requestId', 'updatedAt', 'change', ...own].includes(key)) return undefined
    return recordedNow.has(value) ? 'recorded just now' : value
  })
  return { status, body: JSON.parse(text) as unknown }
}
