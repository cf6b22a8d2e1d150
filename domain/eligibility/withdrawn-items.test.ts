import { describe, expect, it } from 'vitest'
import { checkNewItem } from './check-new-item.ts'
import { deriveFacts } from './derive-facts.ts'
import { recordAsKnownAt } from './record-as-known-at.ts'
import { recordedItems } from './recorded-items.ts'
import { rowsOfNewItem, withRows } from './rows-of-new-item.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'
import { withdrawnItems } from './withdrawn-items.ts'

const today = '2026-06-15'
const recording = { id: 'taken', recordedBy: 'Rose Hill, Specialist nurse', recordedAt: '2026-06-15T08:00:00Z' }

const taken = (record: ReturnType<typeof recordWith>, replaces: string) => {
  const item = { kind: 'withdrawal', replaces, reason: ' Of another patient ' } as const
  expect(checkNewItem(record, item, today)).toEqual([])
  return withRows(record, rowsOfNewItem(record, item, recording))
}

const earlier = finding('lab', 'platelets', 230, '2026-05-20', { unit: '10*9/L' })
const wrong = finding('lab', 'platelets', 40, '2026-06-01', { unit: '10*9/L' })

describe('a value that was recorded in error', () => {
  const before = recordWith({ observations: [earlier, wrong] })
  const after = taken(before, wrong.id)

  it('counts no more, and what was known before it counts again', () => {
    expect(deriveFacts(before).labs.platelets?.latest.value).toBe(40)
    expect(deriveFacts(after).labs.platelets).toMatchObject({ latest: { value: 230 }, previous: null })
    expect(recordedItems(after, today).map(({ itemId }) => itemId)).toEqual([earlier.id])
  })

  it('stays on the record, with who took it back, when and why', () => {
    expect(after.observations).toContainEqual(wrong)
    expect(withdrawnItems(after)).toEqual([
      {
        itemId: wrong.id,
        section: 'laboratory',
        label: 'Platelets',
        valueText: '40 ×10⁹/L',
        on: '2026-06-01',
        reason: 'Of another patient',
        withdrawnBy: 'Rose Hill, Specialist nurse',
        withdrawnAt: '2026-06-15T08:00:00Z',
        restored: null,
        correctedTo: null,
      },
    ])
  })

  it('counts for every answer of the past that rested on it', () => {
    const known = recordAsKnownAt(after, '2026-06-15T07:59:59Z')
    expect(deriveFacts(known).labs.platelets?.latest.value).toBe(40)
    expect(deriveFacts(after, '2026-06-15T07:59:59Z').labs.platelets?.latest.value).toBe(40)
    expect(deriveFacts(after, '2026-06-15T08:00:00Z').labs.platelets?.latest.value).toBe(230)
  })

  it('cannot be corrected or taken back again, and whoever tries is told who took it back and why', () => {
    const again = checkNewItem(after, { kind: 'withdrawal', replaces: wrong.id, reason: 'Of another patient' }, today)
    expect(again).toEqual([
      {
        pointer: '/replaces',
        message:
          'Rose Hill, Specialist nurse took this back meanwhile (“Of another patient”): reload the page, and record it anew if it is right',
      },
    ])
    expect(
      checkNewItem(after, { kind: 'withdrawal', replaces: 'taken', reason: 'Of another patient' }, today),
    ).toHaveLength(1)
  })
})

it('every sort of row can be taken back', () => {
  const record = recordWith({
    diagnoses: [diagnosisOf({ icd10: 'C22.0' })],
    observations: [finding('attestation', 'Fit for surgery', true, '2026-06-01')],
    treatments: [treatmentOf('carboplatin')],
    biomarkers: [testOf('variant', { genes: ['BRAF'] })],
    assertions: [confirmed('medicines-reviewed', '2026-06-01')],
  })
  const ids = recordedItems(record, today).map(({ itemId }) => itemId)
  expect(ids).toHaveLength(5)
  for (const id of ids) {
    const after = taken(record, id)
    expect(
      recordedItems(after, today)
        .map(({ itemId }) => itemId)
        .toSorted(),
    ).toEqual(ids.filter((other) => other !== id).toSorted())
    expect(withdrawnItems(after).map(({ itemId }) => itemId)).toEqual([id])
  }
  const facts = deriveFacts(
    ids.reduce(
      (held, id) =>
        withRows(
          held,
          rowsOfNewItem(held, { kind: 'withdrawal', replaces: id, reason: 'x' }, { ...recording, id: `of ${id}` }),
        ),
      record,
    ),
  )
  expect(facts).toMatchObject({ diagnosis: null, attestations: {}, treatments: [], biomarkers: [], assertions: {} })
})
