import { expect, test } from 'vitest'
import type { components } from '#api/schema.ts'
import type { ContractSuite } from './contract-suite.ts'
import { patientRecordRequests } from './patient-record-requests.ts'

type Schemas = components['schemas']

/** Correcting, adding a treatment and taking back. Runs after what reads the demonstration patients as they are. */
export function describeCorrectionRequests(suite: ContractSuite): void {
  const { record, candidates, patient, items } = patientRecordRequests(suite)
  const outcomes = async (patientId: string) =>
    (await candidates(patientId)).candidates.map(({ trialId, outcome }) => [trialId, outcome])

  /** The last patient without a referral for whom platelets are left to be found out. */
  async function spare(): Promise<{ readonly patientId: string }> {
    const { body } = await suite.ask('searchPatients', suite.nurse, {
      method: 'POST',
      path: '/patients/search',
      body: { filters: { referralStatus: ['none'] }, direction: 'descending', limit: 100 },
    })
    for (const { patientId } of (body as Schemas['PatientPage']).items) {
      const { settling } = await candidates(patientId)
      if (settling.some(({ key }) => key === 'lab:platelets')) return { patientId }
    }
    throw new Error('Of no patient are platelets left to be found out.')
  }

  test('a recorded value holds what a correction begins with, and sent back unchanged it says the same', async () => {
    const { patientId } = await spare()
    const before = await items(patientId)
    for (const { itemId, label, valueText, entered } of firstOfEachSort(before)) {
      const answer = await record(patientId, { ...entered, replaces: itemId })
      expect(answer.status, JSON.stringify([entered, answer.body])).toBe(201)
      const corrected = (await items(patientId)).find(
        (item) => item.itemId === (answer.body as Schemas['RecordedChange']).itemId,
      )
      expect(corrected).toMatchObject({ label, valueText })
    }
    expect(await items(patientId)).toHaveLength(before.length)
  })

  test('a correction that came second is told what the value is now', async () => {
    const { patientId } = await spare()
    const { itemId } = (await record(patientId, platelets)).body as Schemas['RecordedChange']
    expect((await record(patientId, { ...platelets, value: 240, replaces: itemId })).status).toBe(201)
    const { status, body } = await record(patientId, { ...platelets, value: 250, replaces: itemId })
    expect(status).toBe(400)
    expect((body as Schemas['Problem']).errors?.[0]).toMatchObject({
      pointer: '/replaces',
      message: expect.stringMatching(/Specialist nurse corrected this meanwhile, and it is now Platelets: 240 ×10⁹\/L/),
    })
  })

  test('a treatment is added with the parts of its kind, corrected, and taken back', async () => {
    const { patientId } = await spare()
    const added = await record(patientId, operation)
    expect(added.status, JSON.stringify(added.body)).toBe(201)
    const { itemId } = added.body as Schemas['RecordedChange']
    const held = (await items(patientId)).find((item) => item.itemId === itemId)
    expect(held).toMatchObject({ section: 'treatment', label: 'Surgery', entered: operation })
    for (const [pointer, parts] of [
      ['/cycles', { cycles: 6 }],
      ['/halfLifeDays', { halfLifeDays: 3 }],
      ['/procedure', { procedure: 'removal' }],
      ['/site', { site: 'everywhere' }],
    ] as const) {
      const { status, body } = await record(patientId, { ...operation, ...parts, replaces: itemId })
      expect(status, pointer).toBe(400)
      expect((body as Schemas['Problem']).errors?.map((error) => error.pointer)).toEqual([pointer])
    }
    const corrected = await record(patientId, { kind: 'treatment', margin: 'R1', replaces: itemId, source: 'Letter' })
    const now = (corrected.body as Schemas['RecordedChange']).itemId
    expect((await items(patientId)).find((item) => item.itemId === now)?.entered).toEqual({
      ...operation,
      margin: 'R1',
      source: 'Letter',
    })
    expect((await record(patientId, { ...wrongly, replaces: now, restores: false })).status).toBe(201)
    expect((await items(patientId)).map((item) => item.itemId)).not.toContain(now)
  })

  test('what was recorded in error is taken back with the reason, once, and stays readable', async () => {
    const { patientId } = await spare()
    const before = await outcomes(patientId)
    const { itemId } = (await record(patientId, { ...platelets, value: 40 })).body as Schemas['RecordedChange']
    const taken = await record(patientId, { ...wrongly, replaces: itemId })
    expect(taken.status, JSON.stringify(taken.body)).toBe(201)
    expect(await outcomes(patientId)).toEqual(before)
    expect((await candidates(patientId)).settling.map((item) => item.key)).toContain('lab:platelets')
    const { items: standing, withdrawn } = await patient(patientId)
    expect(standing.map((item) => item.itemId)).not.toContain(itemId)
    expect(withdrawn.find((item) => item.itemId === itemId)).toMatchObject({
      label: 'Platelets',
      valueText: '40 ×10⁹/L',
      on: platelets.observedOn,
      reason: wrongly.reason,
      withdrawnBy: expect.stringMatching(/, Specialist nurse$/),
      restored: null,
      correctedTo: null,
    })
    for (const again of [
      { ...wrongly, replaces: itemId },
      { ...platelets, replaces: itemId },
    ]) {
      const { status, body: problem } = await record(patientId, again)
      expect(status).toBe(400)
      expect((problem as Schemas['Problem']).errors?.[0]).toMatchObject({
        pointer: '/replaces',
        message: expect.stringMatching(/took this back meanwhile \(“Of another patient”\)/),
      })
    }
    for (const [pointer, body] of [
      ['/reason', { ...wrongly, replaces: itemId, reason: 'wrong' }],
      ['/reason', { kind: 'withdrawal', replaces: itemId }],
      ['/restores', { ...wrongly, replaces: itemId, restores: 'yes' }],
      ['/replaces', wrongly],
    ] as const) {
      const { status, body: problem } = await record(patientId, body)
      expect(status, JSON.stringify(body)).toBe(400)
      expect((problem as Schemas['Problem']).errors?.map((error) => error.pointer)).toEqual([pointer])
    }
  })

  test('of a correction that was a mistake the true value is brought back, and both stay readable', async () => {
    const { patientId } = await spare()
    const first = (await record(patientId, { ...platelets, value: 35 })).body as Schemas['RecordedChange']
    const before = await outcomes(patientId)
    const correction = { ...platelets, value: 300, source: 'Clinic letter', replaces: first.itemId }
    const { itemId } = (await record(patientId, correction)).body as Schemas['RecordedChange']
    const trueValue = { label: 'Platelets', valueText: '35 ×10⁹/L', on: platelets.observedOn }
    const corrected = (await items(patientId)).find((item) => item.itemId === itemId)
    expect(corrected?.before).toEqual({ ...trueValue, source: 'Laboratory system' })
    const unsaid = await record(patientId, { ...wrongly, replaces: itemId })
    expect(unsaid.status).toBe(400)
    expect((unsaid.body as Schemas['Problem']).errors).toEqual([
      { pointer: '/restores', message: expect.stringContaining('“Platelets: 35 ×10⁹/L on 14-Jun-2026”') },
    ])
    const restored = await record(patientId, { ...wrongly, replaces: itemId, restores: true })
    expect(restored.status, JSON.stringify(restored.body)).toBe(201)
    expect(await outcomes(patientId)).toEqual(before)
    const now = await patient(patientId)
    const again = (restored.body as Schemas['RecordedChange']).itemId
    expect(now.items.find((item) => item.itemId === again)).toMatchObject({
      ...trueValue,
      source: 'Laboratory system',
      recordedBy: expect.stringMatching(/, Specialist nurse$/),
      before: null,
    })
    expect(now.withdrawn.find((item) => item.itemId === itemId)).toMatchObject({
      valueText: '300 ×10⁹/L',
      reason: wrongly.reason,
      restored: trueValue,
      correctedTo: null,
    })
    for (const restores of [true, false]) {
      const { status, body } = await record(patientId, { ...wrongly, replaces: itemId, restores })
      expect(status).toBe(400)
      expect((body as Schemas['Problem']).errors?.[0]).toMatchObject({
        pointer: '/replaces',
        message: expect.stringMatching(
          /took this back meanwhile .*, and it is now Platelets: 35 ×10⁹\/L on 14-Jun-2026/,
        ),
      })
    }
    const nothing = await record(patientId, { ...wrongly, replaces: again, restores: true })
    expect(nothing.status).toBe(400)
    expect((nothing.body as Schemas['Problem']).errors?.map(({ pointer }) => pointer)).toEqual(['/restores'])
    expect((await record(patientId, { ...wrongly, replaces: again })).status).toBe(201)
  })

  test('of a correction of which neither value is right both are taken back, and both stay readable', async () => {
    const { patientId } = await spare()
    const before = await outcomes(patientId)
    const first = (await record(patientId, { ...platelets, value: 35 })).body as Schemas['RecordedChange']
    const correction = { ...platelets, value: 300, replaces: first.itemId }
    const { itemId } = (await record(patientId, correction)).body as Schemas['RecordedChange']
    expect((await record(patientId, { ...wrongly, replaces: itemId, restores: false })).status).toBe(201)
    expect(await outcomes(patientId)).toEqual(before)
    const { items: standing, withdrawn } = await patient(patientId)
    expect(standing.filter((item) => [first.itemId, itemId].includes(item.itemId))).toEqual([])
    const values = withdrawn.filter((item) => [first.itemId, itemId].includes(item.itemId))
    expect(values.map(({ valueText, correctedTo }) => [valueText, correctedTo?.valueText])).toEqual([
      ['300 ×10⁹/L', undefined],
      ['35 ×10⁹/L', '300 ×10⁹/L'],
    ])
    expect(values.map(({ reason }) => reason)).toEqual([wrongly.reason, wrongly.reason])
  })

  test('a diagnosis comes back whole, and with it the trials for it', async () => {
    const { patientId } = await spare()
    const held = (await items(patientId)).find(
      ({ entered, label }) => entered.kind === 'diagnosis' && label === 'Diagnosis',
    )
    const before = await outcomes(patientId)
    const correction = {
      kind: 'diagnosis',
      icd10: 'C43.9',
      topography: null,
      morphology: null,
      replaces: held?.itemId,
      source: 'x',
    }
    const corrected = await record(patientId, correction)
    expect(corrected.status, JSON.stringify(corrected.body)).toBe(201)
    const { itemId, changes } = corrected.body as Schemas['RecordedChange']
    expect(changes).not.toEqual([])
    const back = await record(patientId, { ...wrongly, replaces: itemId, restores: true })
    expect(back.status, JSON.stringify(back.body)).toBe(201)
    expect(await outcomes(patientId)).toEqual(before)
    const now = (await items(patientId)).find((item) => item.itemId === (back.body as Schemas['RecordedChange']).itemId)
    expect(now).toMatchObject({ label: 'Diagnosis', valueText: held?.valueText, entered: held?.entered })
  })
}

const platelets = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'platelets',
  value: 230,
  unit: '10*9/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-06-14',
  source: 'Laboratory system',
}

const operation = {
  kind: 'treatment',
  treatmentKind: 'surgery',
  name: 'Right hepatectomy',
  classes: [],
  setting: null,
  hasAllClasses: false,
  line: null,
  startedOn: '2026-05-04',
  endedOn: '2026-05-04',
  isOngoing: false,
  cycles: null,
  halfLifeDays: null,
  procedure: 'primary-resection',
  margin: 'R0',
  site: null,
  isForIndexCancer: true,
  source: 'Theatre record',
}

const wrongly = { kind: 'withdrawal', reason: 'Of another patient' }

/** One value of each sort that is recorded. */
function firstOfEachSort(items: readonly Schemas['PatientItem'][]): readonly Schemas['PatientItem'][] {
  const sortOf = ({ entered }: Schemas['PatientItem']) =>
    entered.kind === 'observation' ? entered.observationKind : entered.kind
  return [...Map.groupBy(items, sortOf).values()].flatMap(([first]) => (first === undefined ? [] : [first]))
}
