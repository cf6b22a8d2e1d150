import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import type { Leaf } from './leaf.ts'
import { recordAsKnownAt } from './record-as-known-at.ts'
import { confirmed, diagnosisOf, finding, recordWith, testOf, treatmentOf } from './sample-record.ts'

const platelets: Leaf = { op: 'lab', analyte: 'platelets', cmp: '>=', value: 100, unit: '10*9/L' }
const first = finding('lab', 'platelets', 82, '2026-08-01', { unit: '10*9/L', recordedAt: '2026-08-01T10:00:00Z' })
const corrected = {
  ...first,
  id: 'correction',
  value: 182,
  recordedAt: '2026-08-03T10:00:00Z',
  replaces: first.id,
}
const record = recordWith({ observations: [first, corrected] })

const answerAt = (instant: string) =>
  evaluateLeaf(platelets, deriveFacts(recordAsKnownAt(record, instant)), instant.slice(0, 10))

describe('a past answer', () => {
  it('reads a row that was corrected later as it was then', () => {
    expect(answerAt('2026-08-02T09:00:00Z')).toMatchObject({ verdict: 'notMet', evidence: { value: 82 } })
    expect(answerAt('2026-08-04T09:00:00Z')).toMatchObject({ verdict: 'met', evidence: { value: 182 } })
  })

  it('knows nothing before the first row, and a row from its very instant on', () => {
    expect(answerAt('2026-08-01T09:59:59.999Z')).toMatchObject({ verdict: 'unknown', reason: 'missing' })
    expect(answerAt('2026-08-01T10:00:00Z').verdict).toBe('notMet')
    expect(answerAt('2026-08-03T09:59:59.999Z').verdict).toBe('notMet')
    expect(answerAt('2026-08-03T10:00:00Z').verdict).toBe('met')
  })

  it('compares instants, not their spelling', () => {
    expect(answerAt('2026-08-03T11:00:00+01:00').verdict).toBe('met')
    expect(answerAt('2026-08-03T10:30:00+01:00').verdict).toBe('notMet')
  })

  it('does not know of a death to come', () => {
    const died = recordWith({ diedOn: '2026-08-03' })
    expect(recordAsKnownAt(died, '2026-08-02T22:59:59Z').diedOn).toBeNull()
    // Midnight in London, in summer.
    expect(recordAsKnownAt(died, '2026-08-02T23:00:00Z').diedOn).toBe('2026-08-03')
    const diedInWinter = recordWith({ diedOn: '2026-01-03' })
    expect(recordAsKnownAt(diedInWinter, '2026-01-02T23:59:59Z').diedOn).toBeNull()
    expect(recordAsKnownAt(diedInWinter, '2026-01-03T00:00:00Z').diedOn).toBe('2026-01-03')
  })

  it('is refused for what is no instant', () => {
    expect(() => recordAsKnownAt(record, 'last Monday')).toThrow(/"last Monday" is not an instant/u)
  })

  it('is the same as facts derived from the rows recorded by then, whatever is corrected in whatever order', () => {
    const day = fc.integer({ min: 1, max: 20 }).map((n) => `2026-07-${String(n).padStart(2, '0')}`)
    const rowsOf = <Row extends { readonly id: string }>(make: (on: string) => Row) =>
      fc.array(fc.tuple(day, day, fc.option(fc.nat(5), { freq: 2 })), { maxLength: 6 }).map((rows) =>
        rows.map(([on, recordedOn, replaced], at) => ({
          ...make(on),
          id: `row-${at}`,
          recordedAt: `${recordedOn}T12:00:00Z`,
          replaces: replaced === null ? null : `row-${replaced}`,
        })),
      )
    const records = fc
      .record({
        observations: rowsOf((on) => finding('lab', 'platelets', Number(on.slice(8)), on)),
        diagnoses: rowsOf((on) => diagnosisOf({ diagnosedOn: on, icd10: 'C22.0' })),
        treatments: rowsOf((on) => treatmentOf('carboplatin', { endedOn: on })),
        biomarkers: rowsOf((on) => testOf('msi', { reportedOn: on, result: 'MSI-H' })),
        assertions: rowsOf((on) => confirmed('medicines-reviewed', on)),
      })
      .map(recordWith)
    fc.assert(
      fc.property(records, day, (some, on) => {
        const instant = `${on}T12:00:00Z`
        expect(deriveFacts(recordAsKnownAt(some, instant))).toEqual(deriveFacts(some, instant))
      }),
    )
  })
})
