import { describe, expect, it } from 'vitest'
import { groupCandidates } from './group-candidates.ts'
import { needsData } from './sample-record.ts'

const checked = { ...needsData, criteria: { met: 10, notMet: 0, unknown: 3, toRead: 0, setByClinician: 0 } }
const imported = {
  ...needsData,
  hasTextToRead: true,
  outcome: 'needsClinician' as const,
  criteria: { ...checked.criteria, toRead: 38 },
}

describe('the parts of a list of candidate trials', () => {
  it('put a trial that nobody has encoded after those checked in full, however good its outcome', () => {
    const unread = { ...imported, criteria: { met: 0, notMet: 0, unknown: 0, toRead: 38, setByClinician: 0 } }
    expect(groupCandidates([unread, checked])).toEqual({
      checked: [{ outcome: 'needsData', candidates: [checked] }],
      toRead: [unread],
    })
  })

  it('count one text to read as checked in part', () => {
    const partly = { ...checked, hasTextToRead: true, criteria: { ...checked.criteria, toRead: 1 } }
    expect(groupCandidates([partly, imported])).toEqual({ checked: [], toRead: [partly, imported] })
  })

  it('take a trial without any criteria on record for one to read', () => {
    const empty = {
      ...checked,
      hasTextToRead: true,
      criteria: { met: 0, notMet: 0, unknown: 0, toRead: 0, setByClinician: 0 },
    }
    expect(groupCandidates([empty])).toEqual({ checked: [], toRead: [empty] })
  })

  it('begin with the best outcome and keep the stated order inside it', () => {
    const fits = { ...checked, trialId: 'fits', outcome: 'noFailuresFound' as const }
    const second = { ...checked, trialId: 'second' }
    expect(groupCandidates([checked, second, fits]).checked).toEqual([
      { outcome: 'noFailuresFound', candidates: [fits] },
      { outcome: 'needsData', candidates: [checked, second] },
    ])
  })
})
