import { describe, expect, test } from 'vitest'
import { silence } from './completeness.ts'
import { deriveFacts } from './derive-facts.ts'
import { evaluateMedication } from './leaves/evaluate-medication.ts'
import { evaluateTherapy } from './leaves/evaluate-therapy.ts'
import type { Observation, PatientRecord } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { confirmed, diagnosisOf, finding, recordWith, treatmentOf } from './sample-record.ts'

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
    expect(evaluateTherapy(leaf, deriveFacts(record), asOf).sentence).toContain(
      '; treatment history confirmed complete on 20-Nov-2026 (Clinic letter), which does not count: doxorubicin of 05-Jan-2026 was recorded after it',
    )
    const [item] = recordedItems(record, asOf).filter(({ valueText }) => valueText === 'Confirmed')
    expect(item?.isOvertaken).toBe(true)
    const again = { ...confirmed('treatment-history-complete', asOf), recordedAt: '2026-11-22T10:00:00.000Z' }
    const renewed = { ...record, assertions: [complete, { ...again, id: 'again' }] }
    expect(evaluateTherapy(leaf, deriveFacts(renewed), asOf).verdict).toBe('notMet')
  })
})

describe('an answer says of a confirmation that does not count', () => {
  const leaf = { op: 'medication', concept: 'lmwh' } as const
  const reviewed = { ...confirmed('medicines-reviewed', '2026-11-16'), recordedAt: confirmedAt }
  const warfarin = finding('medication', 'vitamin-k-antagonist', 'past', '2026-11-01', after)
  const sentenceOf = (parts: Partial<PatientRecord>) =>
    evaluateMedication(leaf, deriveFacts(recordWith(parts)), asOf).sentence

  test('when it was made, by which source, and what was recorded after it', () => {
    expect(sentenceOf({ assertions: [reviewed], observations: [warfarin] })).toContain(
      '; medicines reviewed on 16-Nov-2026 (Clinic letter), which does not count: vitamin K antagonist of 01-Nov-2026 was recorded after it',
    )
  })

  test('the first that disproved it, and of the latest confirmation', () => {
    const later = { ...after, recordedAt: '2026-11-22T12:00:00.000Z' }
    const steroid = finding('medication', 'corticosteroid', 'past', '2026-10-01', later)
    const earlier = { ...reviewed, id: 'earlier', assertedOn: '2026-11-10' }
    expect(sentenceOf({ assertions: [earlier, reviewed], observations: [steroid, warfarin] })).toContain(
      '; medicines reviewed on 16-Nov-2026 (Clinic letter), which does not count: vitamin K antagonist of',
    )
  })

  test('nothing where nobody made one, or where another stands', () => {
    expect(sentenceOf({ observations: [warfarin] })).toContain(', and nobody has confirmed a review of medicines')
    const again = { ...reviewed, id: 'again', assertedOn: asOf, recordedAt: '2026-11-22T10:00:00.000Z' }
    const renewed = deriveFacts(recordWith({ assertions: [reviewed, again], observations: [warfarin] }))
    expect(renewed.disprovedAssertions).toEqual({})
    expect(evaluateMedication(leaf, renewed, asOf).verdict).toBe('notMet')
  })

  test('nothing where what is recorded again was on record as going on when it was made', () => {
    const steroid = (value: string, parts: object) =>
      finding('medication', 'systemic-corticosteroid', value, '2026-11-14', parts)
    const isStanding = (rows: readonly Observation[]) => stands({ assertions: [reviewed], observations: rows })
    const again = steroid('active', { ...after, id: 'again' })
    const known = { ...before, id: 'known' }
    expect(isStanding([again])).toBe(false)
    expect(isStanding([steroid('active', known), again])).toBe(true)
    expect(isStanding([steroid('stopped', known), again])).toBe(false)
    expect(isStanding([steroid('absent', known), again])).toBe(false)
    expect(isStanding([steroid('active', { ...known, detail: { name: 'prednisolone' } }), again])).toBe(false)
    const takenBack = { ...steroid('active', { ...known, id: 'taken-back' }), replaces: 'known' }
    const withdrawn = { ...takenBack, withdrawalReason: 'Belongs to another patient' }
    expect(isStanding([steroid('active', known), withdrawn, again])).toBe(false)
  })

  test('another cancer without a day, without its code', () => {
    const cancer = diagnosisOf({ id: 'other', isIndex: false, diagnosedOn: null, ...after })
    const comorbidities = { ...confirmed('comorbidities-reviewed', '2026-11-16'), recordedAt: confirmedAt }
    const facts = deriveFacts(recordWith({ assertions: [comorbidities], diagnoses: [cancer] }))
    expect(silence(facts, 'comorbidities-reviewed', asOf, 'No epilepsy is recorded').sentence).toBe(
      'No epilepsy is recorded; comorbidities reviewed on 16-Nov-2026 (Clinic letter), which does not count: another cancer, of no known day, was recorded after it',
    )
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
