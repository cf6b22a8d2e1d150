import { describe, expect, test } from 'vitest'
import { makeSharedRecord, parseSharedPatient, parseSharedRecord, type SharingChoice } from './shared-record.ts'

const referralId = '00000000-0000-4000-8000-000000000009'
const item = (itemId: string): SharingChoice['items'][number] => ({
  itemId,
  section: 'laboratory',
  label: 'Haemoglobin',
  valueText: '118 g/L',
  on: '2026-06-01',
  source: 'Laboratory',
  recordedBy: 'Laboratory',
  isStale: false,
  isOvertaken: false,
  ageDays: 14,
})
const choice: SharingChoice = {
  identity: {
    patient: { name: { familyName: 'Smith', givenName: 'Jane', title: null }, bornOn: null, nhsNumber: '9990000018' },
    hospitalNumber: 'H1',
    sex: 'female',
    cancerType: { cancerTypeId: 'sa-chordoma', name: 'Chordoma' },
  },
  items: [item('a'), item('b')],
  withheldItemIds: ['b'],
  outcomeLabel: 'Needs data',
  criteria: [
    {
      criterionId: 'c1',
      kind: 'inclusion',
      class: 'hard',
      headings: [],
      text: 'Haemoglobin of at least 90 g/L',
      ruleText: null,
      verdict: 'unknown',
      reason: 'toRead',
      sentences: [],
      override: null,
    },
  ],
}
const stored = () => JSON.parse(JSON.stringify(makeSharedRecord(choice)))

describe('the record shared with a site', () => {
  test('sent before headings were kept is read without any', () => {
    const { criteria, ...rest } = stored()
    const older = criteria.map(({ headings: _, ...criterion }: { headings: string[] }) => criterion)
    expect(parseSharedRecord('r1', { ...rest, criteria: older }).criteria[0]?.headings).toEqual([])
  })

  test('leaves out what was held back', () => {
    expect(makeSharedRecord(choice).items.map(({ itemId }) => itemId)).toEqual(['a'])
  })

  test('is read as it was written', () => {
    expect(parseSharedRecord(referralId, stored())).toEqual(makeSharedRecord(choice))
    expect(parseSharedPatient(referralId, stored())).toEqual(choice.identity.patient)
  })

  test.each([
    ['items.0.isStale', { items: [{ ...item('a'), isStale: 'no' }] }],
    ['criteria.0.verdict', { criteria: [{ ...choice.criteria[0], verdict: 'perhaps' }] }],
    ['outcomeLabel', { outcomeLabel: undefined }],
    ['patient.name', { patient: { ...choice.identity.patient, name: 'Jane Smith' } }],
  ])('that is broken at %s is refused by place, never by value', (place, broken) => {
    const attempt = () => parseSharedRecord(referralId, { ...stored(), ...broken })
    expect(attempt).toThrow(`The shared record of referral ${referralId} is broken at ${place}`)
    expect(attempt).not.toThrow(/Smith|perhaps/)
  })

  test('is not taken from anything but an object', () => {
    expect(() => parseSharedRecord(referralId, 'text')).toThrow('broken at the whole of it')
  })
})
