import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ApiSender } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'
import { patientRecordRequests } from './patient-record-requests.ts'

type Schemas = components['schemas']

/** Recording the results of one blood sample together. Runs before referrals are made. */
export function describePatientItemSetRequests(suite: ContractSuite): void {
  const { candidates, items } = patientRecordRequests(suite)
  const recordTogether = (
    patientId: string,
    body: unknown,
    key: string = randomUUID(),
    send: ApiSender = suite.nurse,
  ) =>
    suite.ask('recordPatientItems', send, {
      method: 'POST',
      path: `/patients/${patientId}/item-sets`,
      body,
      headers: { 'idempotency-key': key },
    })

  test('the results of one sample are recorded together and once, and the trials follow as one change', async () => {
    const { patientId, candidate } = await suite.firstPatientWithCandidate()
    const [listBefore, before] = [await candidates(patientId), await items(patientId)]
    const key = randomUUID()
    const first = await recordTogether(patientId, { items: sample }, key)
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    expect((await recordTogether(patientId, { items: sample }, key)).body).toEqual(first.body)
    expect((await recordTogether(patientId, { items: sample.slice(1) }, key)).status).toBe(422)

    const { itemIds, changes } = first.body as Schemas['RecordedChanges']
    const after = await items(patientId)
    expect(after).toHaveLength(before.length + sample.length)
    const recorded = itemIds.map((itemId) => after.find((item) => item.itemId === itemId))
    expect(recorded.map((item) => item?.label)).toEqual(['ANC', 'Platelets', 'ALT'])
    for (const item of recorded) {
      expect(item).toMatchObject({ on: '2026-06-14', source: 'Laboratory system' })
      expect(item?.recordedBy).toMatch(/, Specialist nurse$/)
    }

    const listAfter = await candidates(patientId)
    const outcomes = ({ candidates: own, baskets, notMatched }: Schemas['CandidateList']) =>
      new Map([...own, ...baskets, ...notMatched].map(({ trialId, outcome }) => [trialId, outcome]))
    const was = outcomes(listBefore)
    expect(was.has(candidate.trialId)).toBe(true)
    const moved = [...outcomes(listAfter)].filter(([trialId, outcome]) => was.get(trialId) !== outcome)
    expect(new Map(changes.map(({ trialId, to }) => [trialId, to]))).toEqual(new Map(moved))
  })

  test('one result that cannot be is told at its place, and none is recorded', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const before = await items(patientId)
    const [anc, platelets, alt] = laterSample
    const refused: readonly (readonly [readonly string[], readonly object[]])[] = [
      [['/items/2/value'], [anc, platelets, { ...alt, value: 20_000 }]],
      [
        ['/items/0/unit', '/items/1/observedOn'],
        [{ ...anc, unit: 'g/L' }, { ...platelets, observedOn: '2026-06-16' }, alt],
      ],
      [['/items/1/upperLimit'], [anc, { ...alt, upperLimit: 4000 }]],
      [['/items/1/code'], [anc, { ...anc, value: 3.2 }]],
      [['/items/0/replaces'], [{ ...anc, replaces: randomUUID() }, platelets]],
    ]
    const key = randomUUID()
    for (const [pointers, sent] of refused) {
      const { status, body } = await recordTogether(patientId, { items: sent }, key)
      expect(status, JSON.stringify(sent)).toBe(400)
      expect(body).toMatchObject({ type: 'urn:problem:item-refused', errors: pointers.map((pointer) => ({ pointer })) })
      expect((body as Schemas['Problem']).remedy).toContain('Nothing was changed')
    }
    const malformed: readonly (readonly [string, unknown])[] = [
      ['/items', { items: [] }],
      ['/items', { items: Array.from({ length: 31 }, () => anc) }],
      ['/items/1/value', { items: [anc, { ...platelets, value: null }] }],
      ['/items/1/size', { items: [anc, { ...platelets, size: 3 }] }],
      ['/items/0/kind', { items: [{ ...anc, kind: 'rumour' }] }],
      ['/source', { items: [anc], source: 'Letter' }],
    ]
    for (const [pointer, body] of malformed) {
      const { status, body: problem } = await recordTogether(patientId, body)
      expect(status, JSON.stringify(body).slice(0, 200)).toBe(400)
      expect((problem as Schemas['Problem']).errors?.map((error) => error.pointer)).toEqual([pointer])
    }
    expect(await items(patientId)).toEqual(before)
    // What was refused has used up no key: the same form, corrected, is taken.
    expect((await recordTogether(patientId, { items: laterSample }, key)).status).toBe(201)
  })

  test('somebody else’s patient is one that does not exist, and a lead may not record', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const body = { items: sample }
    const elsewhere = await suite.api.as('nurse', 'ZZ002')
    const lead = await suite.api.as('trust-lead')
    const answers = await Promise.all([
      recordTogether(patientId, body, randomUUID(), elsewhere),
      recordTogether(randomUUID(), body),
      recordTogether(patientId, body, randomUUID(), lead),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 403])
  })
}

const anc = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'anc',
  value: 3.1,
  unit: '10*9/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-14',
  source: 'Laboratory system',
}
const sample = [
  anc,
  { ...anc, code: 'platelets', value: 230 },
  { ...anc, code: 'alt', value: 31, unit: 'U/L', upperLimit: 40 },
] as const
/** What stands already is not recorded twice. */
const laterSample = [
  { ...sample[0], value: 3.4 },
  { ...sample[1], value: 236 },
  { ...sample[2], value: 34 },
] as const
