import { describe, expect, it, test } from 'vitest'
import { checkNewItem } from './check-new-item.ts'
import { deriveFacts } from './derive-facts.ts'
import type { NewObservation } from './new-patient-item.ts'
import { orderingRule } from './ordering-rule.ts'
import type { Observation } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { rowsOfNewItem, withRows } from './rows-of-new-item.ts'
import { finding, recordWith } from './sample-record.ts'
import { mileUnit, travelLimitOf } from './travel-limit.ts'

const asOf = '2026-08-03'

function limitRow(value: Observation['value'], on: string, parts: Partial<Observation> = {}): Observation {
  return finding('preference', 'travel-limit', value, on, {
    unit: typeof value === 'number' ? mileUnit : null,
    source: 'Nursing assessment',
    ...parts,
  })
}

const read = (...observations: readonly Observation[]) => travelLimitOf(deriveFacts(recordWith({ observations })))

describe('the travel limit that counts', () => {
  it('is not there where nobody has recorded one', () => {
    expect(read()).toBeNull()
    expect(read(finding('preference', 'time-of-day', 'morning', '2026-07-01'))).toBeNull()
  })

  it('is the latest, with its date, source and author', () => {
    expect(read(limitRow(30, '2026-07-20'), limitRow(50, '2026-07-01'))).toEqual({
      itemId: 'preference-travel-limit-2026-07-20-30',
      reach: 'upTo',
      miles: 30,
      on: '2026-07-20',
      source: 'Nursing assessment',
      recordedBy: 'Research nurse',
    })
  })

  it('is what corrected the row before, even with an earlier date', () => {
    const wrong = limitRow(500, '2026-07-20')
    expect(read(wrong, limitRow(50, '2026-07-01', { replaces: wrong.id }))?.miles).toBe(50)
  })

  it('can be any distance, or be taken back, and is no distance where it cannot be read', () => {
    expect(read(limitRow('any-distance', '2026-07-01'))).toMatchObject({ reach: 'anyDistance', miles: null })
    for (const value of ['not-known', 'far', true, 0, 1001, 12.5]) {
      expect(read(limitRow(value, '2026-07-01')), String(value)).toMatchObject({ reach: 'notKnown', miles: null })
    }
    expect(read(limitRow(50, '2026-07-01', { unit: 'km' }))).toMatchObject({ reach: 'notKnown', miles: null })
  })
})

describe('recording it', () => {
  const limit = (value: NewObservation['value'], parts: Partial<NewObservation> = {}): NewObservation => ({
    kind: 'observation',
    observationKind: 'preference',
    code: 'travel-limit',
    value,
    unit: typeof value === 'number' ? mileUnit : null,
    lowerLimit: null,
    upperLimit: null,
    observedOn: asOf,
    source: 'Nursing assessment',
    ...parts,
  })
  const faults = (item: NewObservation, record = recordWith()) => checkNewItem(record, item, asOf)

  it.each([1, 2, 999, 1000, 'any-distance', 'not-known'])('takes %s', (value) => {
    expect(faults(limit(value))).toEqual([])
  })

  it.each<[string, NewObservation, string]>([
    ['0 miles', limit(0), '/value'],
    ['1001 miles', limit(1001), '/value'],
    ['half miles', limit(12.5), '/value'],
    ['less than nothing', limit(-50), '/value'],
    ['another word', limit('far'), '/value'],
    ['yes', limit(true), '/value'],
    ['kilometres', limit(50, { unit: 'km' }), '/unit'],
    ['no unit', limit(50, { unit: null }), '/unit'],
    ['a unit of no number', limit('any-distance', { unit: mileUnit }), '/unit'],
    ['a reference range', limit(50, { upperLimit: 100 }), '/upperLimit'],
    ['a lower limit', limit(50, { lowerLimit: 0 }), '/lowerLimit'],
    ['a further part', limit(50, { detail: { by: 'car' } }), '/detail/by'],
    ['another preference', limit(50, { code: 'hotel' }), '/code'],
    ['a day to come', limit(50, { observedOn: '2026-08-04' }), '/observedOn'],
    ['a row that is not there', limit(50, { replaces: 'gone' }), '/replaces'],
  ])('refuses %s', (_, item, pointer) => {
    expect(faults(item).map((each) => each.pointer)).toEqual([pointer])
  })

  it('corrects the row that stands, once, and leaves the other values alone', () => {
    const standing = limitRow(50, '2026-07-01')
    const platelets = finding('lab', 'platelets', 82, '2026-07-01', { unit: '10*9/L' })
    const record = recordWith({ observations: [platelets, standing] })
    const item = limit('any-distance', { replaces: standing.id })
    expect(faults(item, record)).toEqual([])
    expect(faults(limit(20, { replaces: platelets.id }), record).map(({ pointer }) => pointer)).toEqual(['/replaces'])
    const recording = { id: 'new', recordedBy: 'Nurse', recordedAt: '2026-08-03T10:00:00Z' }
    const corrected = withRows(record, rowsOfNewItem(record, item, recording))
    expect(faults(limit(20, { replaces: standing.id }), corrected).map(({ pointer }) => pointer)).toEqual(['/replaces'])
    expect(travelLimitOf(deriveFacts(corrected))?.reach).toBe('anyDistance')
    expect(recordedItems(corrected, asOf).map(({ label, valueText }) => [label, valueText])).toEqual([
      ['Platelets', '82 ×10⁹/L'],
      ['Travel limit', 'Any distance'],
    ])
  })
})

test('among the recorded items it stands in words and never goes out of date; of two of one day the later counts', () => {
  const rows = [
    limitRow(1, '2020-01-01'),
    limitRow(50, '2026-07-01'),
    limitRow('not-known', '2026-07-01', { recordedAt: '2026-07-01T15:00:00Z' }),
  ]
  const items = recordedItems(recordWith({ observations: rows }), asOf)
  expect(items.map((item) => [item.section, item.valueText, item.isStale, item.isOvertaken])).toEqual([
    ['other', 'Not known', false, false],
    ['other', 'Up to 50 miles', false, true],
    ['other', 'Up to 1 mile', false, false],
  ])
})

describe('the stated order', () => {
  it('says so where nothing is recorded, or nothing known', () => {
    expect(orderingRule(null)).toBe(
      'Trials whose criteria are all checked by software come first, then trials open at your own site, then those with the fewest criteria not met, then those with the fewest still to settle. Distance does not count, because how far the patient would travel is not recorded.',
    )
    expect(orderingRule(read(limitRow('not-known', '2026-07-01')))).toMatch(
      /settle\. Distance does not count, because how far the patient would travel is not known \(asked on 01-Jul-2026\)\.$/,
    )
  })

  it('names the limit as recorded', () => {
    expect(orderingRule(read(limitRow(50, '2026-08-03')))).toBe(
      'Trials whose criteria are all checked by software come first, then trials open at your own site, then trials open within 50 miles (recorded on 03-Aug-2026), then those at a distance not known, then those with the fewest criteria not met, then those with the fewest still to settle. Distances count from your hospital, not from the patient’s home.',
    )
    expect(orderingRule(read(limitRow(1, '2026-08-03')))).toMatch(/open within 1 mile \(recorded/)
    expect(orderingRule(read(limitRow('any-distance', '2026-08-03')))).toMatch(
      /then trials open at any distance, as the patient would travel \(recorded on 03-Aug-2026\), then those .* settle\.$/,
    )
  })
})
