import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import { newEcog } from '../support/sample-new-items.ts'
import type { ApiAnswer } from './api-under-test.ts'
import type { ContractSuite } from './contract-suite.ts'
import { patientRecordRequests } from './patient-record-requests.ts'

type Schemas = components['schemas']

/** Recording what would settle a trial. Runs before referrals are made, and leaves one patient with one more value. */
export function describePatientItemRequests(suite: ContractSuite): void {
  const { record, candidates, items } = patientRecordRequests(suite)

  test('a performance status that is missing is recorded once, and the trials follow at once', async () => {
    const { patientId, list } = await patientWithout('ps:ECOG', suite, candidates)
    const before = await items(patientId)
    const key = randomUUID()
    const first = await record(patientId, newEcog, key)
    expect(first.status, JSON.stringify(first.body)).toBe(201)
    expect((await record(patientId, newEcog, key)).body).toEqual(first.body)

    const { itemId, changes } = first.body as Schemas['RecordedChange']
    const after = await candidates(patientId)
    expect(after.settling.map((item) => item.key)).not.toContain('ps:ECOG')
    const now = new Map(
      [...after.candidates, ...after.baskets, ...after.notMatched].map((each) => [each.trialId, each]),
    )
    for (const was of [...list.candidates, ...list.baskets, ...list.notMatched]) {
      const change = changes.find(({ trialId }) => trialId === was.trialId)
      const outcome = now.get(was.trialId)?.outcome
      if (outcome === was.outcome) expect(change, was.registryId).toBeUndefined()
      else expect(change).toMatchObject({ registryId: was.registryId, from: was.outcome, to: outcome })
    }

    const recorded = await items(patientId)
    expect(recorded).toHaveLength(before.length + 1)
    expect(recorded.find((item) => item.itemId === itemId)).toMatchObject({
      on: newEcog.observedOn,
      source: 'Clinic letter',
      recordedBy: expect.stringMatching(/, Specialist nurse$/),
      isStale: false,
      isOvertaken: false,
    })
  })

  test('a correction takes the place of the row before it, which was above what the assay can measure', async () => {
    const { patientId } = await patientWithout('lab:platelets', suite, candidates)
    const first = await record(patientId, { ...platelets, value: 1500, detail: { bound: '>' } })
    const { itemId } = first.body as Schemas['RecordedChange']
    const shown = (await items(patientId)).find((item) => item.itemId === itemId)
    expect(shown?.valueText).toBe('>1500 ×10⁹/L')
    const corrected = await record(patientId, { ...platelets, value: 240, replaces: itemId })
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(201)
    const ids = (await items(patientId)).map((item) => item.itemId)
    expect(ids).toContain((corrected.body as Schemas['RecordedChange']).itemId)
    expect(ids).not.toContain(itemId)
    const again = await record(patientId, { ...platelets, replaces: itemId })
    expect(again.status).toBe(400)
    expect((again.body as Schemas['Problem']).errors?.[0]?.pointer).toBe('/replaces')
  })

  test('what is recorded against another statement of that day is taken, and told with that at once', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const before = await items(patientId)
    const condition = { ...newEcog, observationKind: 'condition', code: 'autoimmune-disease', value: 'absent' }
    const first = (await record(patientId, condition)).body as Schemas['RecordedChange']
    expect(first.opposing).toEqual([])
    const key = randomUUID()
    const opposite = { ...condition, value: 'active', source: 'Discharge letter' }
    const answer = await record(patientId, opposite, key, suite.oncologist)
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    const second = answer.body as Schemas['RecordedChange']
    const recorded = (await items(patientId)).find((item) => item.itemId === first.itemId)
    expect(second.opposing).toMatchObject([
      {
        itemId: second.itemId,
        how: 'saysOtherwise',
        record: {
          itemId: first.itemId,
          valueText: 'Absent',
          on: newEcog.observedOn,
          source: 'Clinic letter',
          recordedBy: recorded?.recordedBy,
        },
      },
    ])
    expect((await record(patientId, opposite, key, suite.oncologist)).body).toEqual(second)
    for (const { itemId } of [second, first]) {
      const back = await record(patientId, { kind: 'withdrawal', replaces: itemId, reason: 'Of another patient' })
      expect((back.body as Schemas['RecordedChange']).opposing).toEqual([])
    }
    expect(await items(patientId)).toHaveLength(before.length)
  })

  test('what a colleague has recorded already is not recorded twice, and told with who did it', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const status = { ...newEcog, code: 'Karnofsky', value: 80 }
    expect((await record(patientId, status)).status).toBe(201)
    const before = await items(patientId)
    const again = { ...status, source: 'MDT proforma' }
    const { status: answered, body } = await record(patientId, again, randomUUID(), suite.oncologist)
    expect(answered).toBe(400)
    expect(body).toMatchObject({
      type: 'urn:problem:item-refused',
      errors: [
        { pointer: '/value', message: expect.stringMatching(/was recorded already, by .+, Specialist nurse, at /) },
      ],
    })
    expect(await items(patientId)).toEqual(before)
  })

  test('what cannot be recorded is refused at its place, and nothing changes', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const before = await items(patientId)
    const refused: readonly (readonly [string, object])[] = [
      ['/observedOn', { ...platelets, observedOn: '2026-06-16' }],
      ['/observedOn', { ...platelets, observedOn: '1900-01-01' }],
      ['/unit', { ...platelets, unit: 'g/L' }],
      ['/value', { ...platelets, value: 2001 }],
      ['/detail/bound', { ...platelets, detail: { bound: '~' } }],
      ['/upperLimit', { ...alt, upperLimit: 4000 }],
      ['/upperLimit', { ...alt, upperLimit: 1e300 }],
      ['/upperLimit', { ...alt, upperLimit: 0.0001 }],
      ['/lowerLimit', { ...alt, lowerLimit: 4000 }],
      ['/code', { ...platelets, code: 'plateletts' }],
      ['/replaces', { ...platelets, replaces: randomUUID() }],
      ['/morphology', { kind: 'diagnosis', morphology: 'sarcoma', source: 'Letter' }],
      ['/icd10', { kind: 'diagnosis', icd10: 'liver', source: 'Letter' }],
    ]
    for (const [pointer, body] of refused) {
      const { status, body: problem } = await record(patientId, body)
      expect(status, JSON.stringify(body)).toBe(400)
      expect(problem).toMatchObject({ type: 'urn:problem:item-refused', errors: [{ pointer }] })
      expect((problem as Schemas['Problem']).remedy).toBeTruthy()
    }
    const malformed: readonly (readonly [string, object])[] = [
      ['/value', { ...platelets, value: null }],
      ['/observedOn', { ...platelets, observedOn: 'yesterday' }],
      ['/source', { ...platelets, source: '' }],
      ['/size', { ...platelets, size: 3 }],
      ['/category', { kind: 'assertion', category: 'everything', assertedOn: '2026-06-15', source: 'Letter' }],
    ]
    for (const [pointer, body] of malformed) {
      const { status, body: problem } = await record(patientId, body)
      expect(status, JSON.stringify(body)).toBe(400)
      expect((problem as Schemas['Problem']).errors?.map((error) => error.pointer)).toEqual([pointer])
    }
    expect((await record(patientId, { ...platelets, kind: 'rumour' })).status).toBe(400)
    expect(await items(patientId)).toEqual(before)
  })

  test('somebody else’s patient is one that does not exist, and a lead may not record', async () => {
    const { patientId } = await suite.firstPatientWithCandidate()
    const elsewhere = await suite.api.as('nurse', 'ZZ002')
    const statuses = async (answers: readonly Promise<ApiAnswer>[]) =>
      (await Promise.all(answers)).map(({ status }) => status)
    expect(
      await statuses([
        record(patientId, platelets, randomUUID(), elsewhere),
        record(randomUUID(), platelets),
        record(patientId, platelets, randomUUID(), await suite.api.as('trust-lead')),
      ]),
    ).toEqual([404, 404, 403])
  })
}

const platelets = {
  ...newEcog,
  observationKind: 'lab',
  code: 'platelets',
  value: 230,
  unit: '10*9/L',
  source: 'Laboratory system',
}

/** Of a liver in trouble: under 5 x ULN, as many trials ask, only where the limit was copied wrongly. */
const alt = { ...platelets, code: 'alt', value: 900, unit: 'U/L' }

/** A patient of the nurse's for whom an item is left to be found out. */
async function patientWithout(
  key: string,
  suite: ContractSuite,
  candidates: (patientId: string) => Promise<Schemas['CandidateList']>,
) {
  const { body } = await suite.ask('searchPatients', suite.nurse, {
    method: 'POST',
    path: '/patients/search',
    body: { filters: { referralStatus: ['none'] }, limit: 100 },
  })
  for (const { patientId } of (body as Schemas['PatientPage']).items) {
    const list = await candidates(patientId)
    if (list.settling.some((item) => item.key === key)) return { patientId, list }
  }
  throw new Error(`Of no patient is ${key} left to be found out.`)
}
