import { describe, expect, it } from 'vitest'
import { checkNewItem } from './check-new-item.ts'
import { deriveFacts } from './derive-facts.ts'
import type { NewPatientItem } from './new-patient-item.ts'
import { patientItems } from './patient-items.ts'
import type { PatientRecord } from './patient-record.ts'
import { recordAsKnownAt } from './record-as-known-at.ts'
import { allRows } from './row-now.ts'
import { rowsOfNewItem, withRows } from './rows-of-new-item.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'
import { withdrawnItems } from './withdrawn-items.ts'

const today = '2026-11-22'
const mistake = { kind: 'withdrawal', reason: ' Mistyped figure ' } as const

/** Records one thing after the other, an hour apart, under the id given. */
function withSteps(record: PatientRecord, ...steps: readonly (readonly [id: string, item: NewPatientItem])[]) {
  return steps.reduce((held, [id, item], at) => {
    expect(checkNewItem(held, item, today)).toEqual([])
    const recording = {
      id,
      recordedBy: `Nurse of ${id}`,
      recordedAt: `${today}T${String(8 + at).padStart(2, '0')}:00:00Z`,
    }
    return withRows(held, rowsOfNewItem(held, item, recording))
  }, record)
}

const october = finding('lab', 'platelets', 30, '2026-10-20', { unit: '10*9/L' })
const trueValue = finding('lab', 'platelets', 35, '2026-11-21', { unit: '10*9/L', detail: { bound: '<' } })
const held = recordWith({ observations: [october, trueValue] })
const entered = {
  kind: 'observation',
  observationKind: 'lab',
  code: 'platelets',
  value: 40,
  unit: '10*9/L',
  lowerLimit: null,
  upperLimit: null,
  observedOn: '2026-11-21',
  source: 'Clinic letter',
} as const
const corrected = withSteps(held, ['forty', { ...entered, replaces: trueValue.id }])
const now = (record: PatientRecord) => deriveFacts(record).labs.platelets?.latest.value

describe('a correction that was a mistake', () => {
  const item = { ...mistake, replaces: 'forty', restores: true } as const
  const restored = withRows(
    corrected,
    rowsOfNewItem(corrected, item, { id: 'again', recordedBy: 'Rose Hill', recordedAt: `${today}T12:00:00Z` }),
  )

  it('shows what stood before it, with its day and its source', () => {
    const [row, other] = patientItems(corrected, today)
    expect(row).toMatchObject({ itemId: 'forty', valueText: '40 ×10⁹/L', source: 'Clinic letter' })
    expect(row?.before).toEqual({
      label: 'Platelets',
      valueText: '<35 ×10⁹/L',
      on: '2026-11-21',
      source: 'Laboratory system',
    })
    expect(other?.before).toBeNull()
  })

  it('is taken back, and a further row says what stood before it, with every part of it', () => {
    expect(now(restored)).toBe(35)
    expect(allRows(restored)).toHaveLength(4)
    expect(restored.observations.at(-1)).toEqual({
      ...trueValue,
      id: 'again',
      recordedBy: 'Rose Hill',
      recordedAt: `${today}T12:00:00Z`,
      replaces: 'forty',
      restorationReason: 'Mistyped figure',
    })
    expect(patientItems(restored, today)[0]).toMatchObject({ itemId: 'again', valueText: '<35 ×10⁹/L', before: null })
  })

  it('stays on the record with who took it back, when and why, and what was brought back', () => {
    expect(withdrawnItems(restored)).toEqual([
      {
        itemId: 'forty',
        section: 'laboratory',
        label: 'Platelets',
        valueText: '40 ×10⁹/L',
        on: '2026-11-21',
        reason: 'Mistyped figure',
        withdrawnBy: 'Rose Hill',
        withdrawnAt: `${today}T12:00:00Z`,
        restored: { label: 'Platelets', valueText: '<35 ×10⁹/L', on: '2026-11-21' },
        correctedTo: null,
      },
    ])
  })

  it('counts for the answers of its time, and what stood before it for those before', () => {
    const known = (at: string) => now(recordAsKnownAt(restored, `${today}T${at}Z`))
    expect([known('07:59:59'), known('08:00:00'), known('11:59:59'), known('12:00:00')]).toEqual([35, 40, 40, 35])
    expect(deriveFacts(restored, `${today}T11:59:59Z`).labs.platelets?.latest.value).toBe(40)
  })

  it('is taken back once: whoever comes second is told by whom, why, and what the value is now', () => {
    for (const second of [item, { ...item, restores: false }, { ...entered, replaces: 'forty' }])
      expect(checkNewItem(restored, second, today)).toEqual([
        {
          pointer: '/replaces',
          message:
            'Rose Hill took this back meanwhile (“Mistyped figure”), and it is now Platelets: <35 ×10⁹/L on 21-Nov-2026. Reload the page',
        },
      ])
  })
})

describe('a correction of which neither value is right', () => {
  const both = withSteps(corrected, ['gone', { ...mistake, replaces: 'forty', restores: false }])

  it('is taken back with what it corrected, and what was known before counts', () => {
    expect(now(both)).toBe(30)
    expect(patientItems(both, today).map(({ itemId }) => itemId)).toEqual([october.id])
  })

  it('leaves both values readable: who corrected, who took back, when and why', () => {
    const taken = { reason: 'Mistyped figure', withdrawnBy: 'Nurse of gone', withdrawnAt: `${today}T08:00:00Z` }
    const forty = { label: 'Platelets', valueText: '40 ×10⁹/L', on: '2026-11-21' }
    expect(withdrawnItems(both)).toEqual([
      { itemId: 'forty', section: 'laboratory', ...forty, ...taken, restored: null, correctedTo: null },
      {
        itemId: trueValue.id,
        section: 'laboratory',
        label: 'Platelets',
        valueText: '<35 ×10⁹/L',
        on: '2026-11-21',
        ...taken,
        restored: null,
        correctedTo: { ...forty, by: 'Nurse of forty', at: `${today}T08:00:00Z` },
      },
    ])
  })
})

describe('several corrections', () => {
  const twice = withSteps(corrected, ['fifty', { ...entered, value: 50, replaces: 'forty' }])

  it('are taken back one at a time, each to what stood before it', () => {
    const once = withSteps(twice, ['forty again', { ...mistake, replaces: 'fifty', restores: true }])
    expect(now(once)).toBe(40)
    const back = withSteps(once, ['first', { ...mistake, replaces: 'forty again', restores: true }])
    expect(now(back)).toBe(35)
    expect(
      withdrawnItems(back)
        .map(({ valueText }) => valueText)
        .toSorted(),
    ).toEqual(['40 ×10⁹/L', '50 ×10⁹/L'])
  })

  it('leave every value on the list where none was right, each once', () => {
    const none = withSteps(twice, ['gone', { ...mistake, replaces: 'fifty', restores: false }])
    expect(withdrawnItems(none).map(({ valueText, correctedTo }) => [valueText, correctedTo?.valueText])).toEqual([
      ['50 ×10⁹/L', undefined],
      ['40 ×10⁹/L', '50 ×10⁹/L'],
      ['<35 ×10⁹/L', '40 ×10⁹/L'],
    ])
    const later = withSteps(
      twice,
      ['forty again', { ...mistake, replaces: 'fifty', restores: true }],
      ['gone', { ...mistake, replaces: 'forty again', restores: false }],
    )
    expect(
      withdrawnItems(later)
        .map(({ valueText, withdrawnBy }) => [valueText, withdrawnBy])
        .toSorted(),
    ).toEqual([
      ['40 ×10⁹/L', 'Nurse of gone'],
      ['50 ×10⁹/L', 'Nurse of forty again'],
      ['<35 ×10⁹/L', 'Nurse of gone'],
    ])
  })
})

describe('taking a row back', () => {
  it('that is a correction needs a word on the value before it, which is named', () => {
    expect(checkNewItem(corrected, { ...mistake, replaces: 'forty' }, today)).toEqual([
      {
        pointer: '/restores',
        message:
          'This row corrects “Platelets: <35 ×10⁹/L on 21-Nov-2026”: say whether that is brought back (true) or wrong too (false)',
      },
    ])
  })

  it('that corrects nothing brings nothing back', () => {
    const item = { ...mistake, replaces: trueValue.id }
    expect(checkNewItem(held, { ...item, restores: true }, today)).toEqual([
      {
        pointer: '/restores',
        message: 'Nothing stood before this row, so nothing can be brought back: take it back without',
      },
    ])
    expect(checkNewItem(held, { ...item, restores: false }, today)).toEqual([])
    expect(checkNewItem(held, item, today)).toEqual([])
  })
})

it('every sort of row is brought back as it was', () => {
  const index = diagnosisOf({ icd10: 'C22.0', laterality: 'left' })
  const record = recordWith({
    diagnoses: [index],
    observations: [finding('attestation', 'Fit for surgery', true, '2026-06-01')],
    treatments: [treatmentOf('carboplatin', { classes: ['platinum'], cycles: 6, line: 1 })],
    biomarkers: [testOf('variant', { genes: ['BRAF'], hgvsP: 'p.Val600Glu' })],
    assertions: [confirmed('medicines-reviewed', '2026-06-01')],
  })
  const items = patientItems(record, today)
  expect(items).toHaveLength(5)
  for (const { itemId, entered: parts } of items) {
    const changed = withSteps(record, ['changed', { ...parts, source: 'Other letter', replaces: itemId }])
    const back = withSteps(changed, ['back', { ...mistake, replaces: 'changed', restores: true }])
    const rowOf = (id: string) => allRows(back).find((row) => row.id === id)
    const {
      id: _,
      recordedBy: __,
      recordedAt: ___,
      replaces,
      restorationReason: ____,
      ...content
    } = rowOf('back') ?? index
    expect(replaces).toBe('changed')
    expect(rowOf(itemId)).toMatchObject(content)
    expect(patientItems(back, today).find((item) => item.itemId === 'back')?.entered).toEqual(parts)
  }
  const first = withSteps(record, ['changed', { kind: 'diagnosis', icd10: 'C22.1', replaces: index.id, source: 'x' }])
  expect(patientItems(first, today).find(({ itemId }) => itemId === 'changed')?.before?.label).toBe('Diagnosis')
  const back = withSteps(first, ['back', { ...mistake, replaces: 'changed', restores: true }])
  expect(deriveFacts(back).diagnosis).toMatchObject({ rowId: 'back', icd10: 'C22.0' })
})

it('a confirmation that comes back is no newer than it was: what was recorded since still ends it', () => {
  const review = confirmed('treatment-history-complete', '2026-06-01')
  const since = treatmentOf('carboplatin', { startedOn: '2026-05-01', recordedAt: '2026-06-10T12:00:00Z' })
  const back = withSteps(
    recordWith({ assertions: [review], treatments: [since] }),
    [
      'changed',
      { kind: 'assertion', category: review.category, assertedOn: '2026-06-02', source: 'x', replaces: review.id },
    ],
    ['back', { ...mistake, replaces: 'changed', restores: true }],
  )
  expect(deriveFacts(back).assertions).toEqual({})
})
