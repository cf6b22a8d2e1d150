import { describe, expect, it } from 'vitest'
import { findReason, reasonLists, reasonsInList } from './referral-reasons.ts'

describe('coded reasons', () => {
  it.each([
    ['SF', 25],
    ['PD', 15],
    ['OT', 14],
    ['NA', 4],
    ['RT', 5],
    ['WD', 9],
  ] as const)('list %s holds %i reasons, numbered without a gap', (list, count) => {
    const codes = reasonsInList(list).map(({ code }) => code)
    expect(codes).toHaveLength(count)
    expect(codes).toEqual(Array.from({ length: count }, (_, n) => `${list}${String(n + 1).padStart(2, '0')}`))
    expect(new Set(reasonsInList(list).map(({ label }) => label)).size).toBe(count)
  })

  // Stored referrals hold the code alone, so a label that slips by one line would silently change their meaning.
  it.each([
    ['SF03', 'Performance status'],
    ['SF08', 'Liver function'],
    ['SF15', 'Washout or time window missed'],
    ['SF21', 'Age'],
    ['SF25', 'Another criterion (give its number)'],
    ['PD04', 'Travel or distance'],
    ['PD14', 'Does not wish to say'],
    ['OT03', 'Patient died'],
    ['OT07', 'No response'],
    ['OT14', 'Duplicate, or sent in error'],
    ['NA03', 'Does not want to hear about research'],
    ['RT05', 'Agreement to share not recorded'],
    ['WD05', 'Lost to follow-up'],
  ])('%s means "%s"', (code, label) => {
    expect(findReason(code)?.label).toBe(label)
  })

  it('rolls up to the groups of a CONSORT diagram', () => {
    expect(findReason('SF07')?.consort).toBe('notMet')
    expect(findReason('PD01')?.consort).toBe('declined')
    expect(findReason('OT02')?.consort).toBe('other')
    expect(findReason('NA01')?.consort).toBe('other')
    expect(findReason('RT02')?.consort).toBeNull()
    expect(findReason('WD01')?.consort).toBeNull()
  })

  it.each(['SF00', 'SF26', 'PD16', 'OT15', 'XX01', 'sf01', ''])('does not know the code "%s"', (code) => {
    expect(findReason(code)).toBeUndefined()
  })

  it('gives every list a name of its own', () => {
    expect(new Set(Object.values(reasonLists).map(({ name }) => name)).size).toBe(6)
  })
})
