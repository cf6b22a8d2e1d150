import { describe, expect, test } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateTherapy } from './leaves/evaluate-therapy.ts'
import type { Observation, PatientRecord } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { confirmed, finding, recordWith, treatmentOf } from './sample-record.ts'

const asOf = '2026-11-22'
const confirmedAt = '2026-11-20T09:00:00.000Z'
const before = { recordedAt: '2026-11-19T09:00:00.000Z' }
const after = { recordedAt: '2026-11-22T09:00:00.000Z' }
const complete = { ...confirmed('treatment-history-complete', '2026-11-20'), recordedAt: confirmedAt }
const course = (parts: Partial<Parameters<typeof treatmentOf>[1]>) =>
  treatmentOf('doxorubicin', {
    classes: ['chemotherapy', 'anthracycline'],
    startedOn: '2026-01-05',
    ...after,
    ...parts,
  })
const stands = (parts: Partial<PatientRecord>) => Object.keys(deriveFacts(recordWith(parts)).assertions).length > 0

describe('a confirmation that the treatment history is complete', () => {
  test.each<[string, Parameters<typeof course>[0], boolean]>([
    ['begun before it and recorded after it', {}, false],
    ['begun on the day of it', { startedOn: '2026-11-20' }, false],
    ['begun the day after', { startedOn: '2026-11-21' }, true],
    ['recorded before it', before, true],
    ['of which no day is known', { startedOn: null, endedOn: null }, false],
  ])('and a treatment %s', (_what, parts, isGood) => {
    expect(stands({ treatments: [course(parts)], assertions: [complete] })).toBe(isGood)
  })

  test('stands when a treatment that was known then is corrected, and not when the one that disproves it is', () => {
    const corrected = course({ id: 'correction', replaces: 'first', recordedAt: '2026-11-22T11:00:00.000Z' })
    const known = [course({ id: 'first', ...before }), corrected]
    expect(stands({ treatments: known, assertions: [complete] })).toBe(true)
    const unknown = [course({ id: 'first' }), corrected]
    expect(stands({ treatments: unknown, assertions: [complete] })).toBe(false)
    const takenBack = { ...corrected, withdrawalReason: 'Belongs to another patient' }
    expect(stands({ treatments: [course({ id: 'first' }), takenBack], assertions: [complete] })).toBe(true)
  })

  test('is not made good by a correction of its own source or day, only by another one', () => {
    const mended = { ...complete, id: 'mended', replaces: complete.id, recordedAt: '2026-11-22T12:00:00.000Z' }
    expect(stands({ treatments: [course({})], assertions: [complete, mended] })).toBe(false)
  })

  test('says nothing any more of what else may be missing, until somebody confirms again', () => {
    const leaf = { op: 'therapy', any: ['trabectedin'] } as const
    const record = recordWith({ treatments: [course({})], assertions: [complete] })
    expect(evaluateTherapy(leaf, deriveFacts(record), asOf)).toMatchObject({
      verdict: 'unknown',
      reason: 'notConfirmedComplete',
    })
    const [item] = recordedItems(record, asOf).filter(({ valueText }) => valueText === 'Confirmed')
    expect(item?.isOvertaken).toBe(true)
    const again = { ...confirmed('treatment-history-complete', asOf), recordedAt: '2026-11-22T10:00:00.000Z' }
    const renewed = { ...record, assertions: [complete, { ...again, id: 'again' }] }
    expect(evaluateTherapy(leaf, deriveFacts(renewed), asOf).verdict).toBe('notMet')
  })
})

test.each<[string, Parameters<typeof confirmed>[0], Observation, boolean]>([
  ['a condition', 'comorbidities-reviewed', finding('condition', 'epilepsy', 'active', '2026-11-01', after), false],
  ['no condition', 'comorbidities-reviewed', finding('condition', 'epilepsy', 'absent', '2026-11-01', after), true],
  ['a toxicity', 'comorbidities-reviewed', finding('toxicity', 'neuropathy', 2, '2026-11-01', after), false],
  ['a toxicity of grade 0', 'comorbidities-reviewed', finding('toxicity', 'neuropathy', 0, '2026-11-01', after), true],
  ['a medicine', 'medicines-reviewed', finding('medication', 'warfarin', 'active', '2026-11-01', after), false],
  ['a negative test', 'infection-status-reviewed', finding('infection', 'HBV', 'negative', '2026-11-01', after), true],
  [
    'a test in other words',
    'infection-status-reviewed',
    finding('infection', 'HIV', 'Not detected', '2026-11-01', after),
    true,
  ],
  ['a positive test', 'infection-status-reviewed', finding('infection', 'HBV', 'positive', '2026-11-01', after), false],
  ['a condition', 'medicines-reviewed', finding('condition', 'epilepsy', 'active', '2026-11-01', after), true],
])('%s recorded later, and %s', (_what, category, row, isGood) => {
  const assertion = { ...confirmed(category, '2026-11-20'), recordedAt: confirmedAt }
  expect(stands({ observations: [row], assertions: [assertion] })).toBe(isGood)
})
