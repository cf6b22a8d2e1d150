import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import { recordWith, testOf } from './sample-record.ts'
import { stainedProtein } from './stained-protein.ts'

describe('a stained protein', () => {
  it.each([
    ['HER2', 'her2'],
    [' HER-2', 'her2'],
    ['HER 2', 'her2'],
    ['HER2/neu', 'her2'],
    ['c-erbB-2', 'her2'],
    ['ERBB2', 'her2'],
    ['PDL1', 'pdl1'],
    ['PD-L1', 'pdl1'],
    ['SMARCB1', 'ini1'],
    ['BAF47', 'ini1'],
    ['Cyclin D1', 'cyclind1'],
    ['AR', 'ar'],
  ])('written %j is %s', (written, name) => {
    expect(stainedProtein(written)).toBe(name)
    expect(stainedProtein(name)).toBe(name)
  })

  it('answers under each of its names, and two reports under two names can contradict each other', () => {
    const ask = (...biomarkers: ReturnType<typeof testOf>[]) =>
      evaluateLeaf(
        { op: 'biomarker', type: 'ihc', marker: 'HER2', result: 'present' },
        deriveFacts(recordWith({ biomarkers })),
        '2026-08-04',
      )
    const found = testOf('ihc', { id: 'a', marker: 'ERBB2', result: 'present' })
    expect(ask(found).verdict).toBe('met')
    expect(ask(found, testOf('ihc', { id: 'b', marker: 'HER-2', result: 'absent' })).reason).toBe('contradictory')
  })
})
