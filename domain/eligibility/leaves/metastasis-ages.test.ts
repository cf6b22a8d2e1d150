import { describe, expect, it } from 'vitest'
import { addDays } from '../../identity/calendar-date.ts'
import { deriveFacts } from '../derive-facts.ts'
import { evaluateLeaf } from '../evaluate-leaf.ts'
import { finding, recordWith } from '../sample-record.ts'
import { askMetastasis, type Row } from './ask-metastasis.ts'

const today = '2026-08-04'
const ago = (days: number) => addDays(today, -days)
const windowEnds = [41, 42, 43]

describe('what was seen of a metastasis', () => {
  it('as stable is stable until the next scan is due: 42 days', () => {
    const verdicts = windowEnds.map(
      (days) => askMetastasis('cns', 'stable', [['cns', 'stable', ago(days)]], 14).verdict,
    )
    expect(verdicts).toEqual(['met', 'met', 'unknown'])
    expect(askMetastasis('cns', 'stable', [['cns', 'stable', '2025-01-01']], 14)).toMatchObject({
      reason: 'stale',
      sentence:
        'CNS metastasis: stable on 01-Jan-2025 (cns scan), which is 580 days old; usual limit: 42 days; asked: stable for at least 14 days',
    })
  })

  it.each(['progressing', 'untreated'])('as %s is not stable until the next scan is due', (value) => {
    const verdicts = windowEnds.map((days) => askMetastasis('cns', 'stable', [['cns', value, ago(days)]]).verdict)
    expect(verdicts).toEqual(['notMet', 'notMet', 'unknown'])
  })

  it('as untreated may have been treated once the next scan is due; as treated stays treated', () => {
    const asked = (value: string) =>
      windowEnds.map((days) => askMetastasis('brain', 'treated', [['brain', value, ago(days)]]).verdict)
    expect(asked('untreated')).toEqual(['notMet', 'notMet', 'unknown'])
    expect(asked('treated')).toEqual(['met', 'met', 'met'])
  })

  it('says for good that it is there', () => {
    expect(askMetastasis('cns', 'present', [['cns', 'untreated', '2020-01-01']]).verdict).toBe('met')
  })

  it('long ago as stable is not stable by a later scan of one part of it', () => {
    const rows: Row[] = [
      ['cns', 'stable', ago(60)],
      ['brain', 'stable', ago(5)],
    ]
    expect(askMetastasis('cns', 'stable', rows).verdict).toBe('unknown')
    expect(askMetastasis('brain', 'stable', rows).verdict).toBe('met')
  })

  it('long ago is told by a later scan of one part that progresses', () => {
    const rows: Row[] = [
      ['cns', 'stable', ago(60)],
      ['brain', 'progressing', ago(5)],
    ]
    expect(askMetastasis('cns', 'stable', rows).verdict).toBe('notMet')
  })
})

describe('a later record that says the opposite of the other side', () => {
  it.each([
    ['brain', 'cns'],
    ['cns', 'brain'],
  ] as const)('leaves open whether what was untreated in %s is, as treated in %s', (site, other) => {
    const rows: Row[] = [
      [site, 'untreated', ago(30)],
      [other, 'treated', ago(5)],
    ]
    expect(askMetastasis(site, 'treated', rows).verdict).toBe('unknown')
    expect(askMetastasis(site, 'treated', [[other, 'treated', ago(31)], ...rows.slice(0, 1)]).verdict).toBe('notMet')
  })

  it.each([
    ['brain', 'cns'],
    ['cns', 'brain'],
  ] as const)('leaves open whether what progressed in %s does, as stable in %s', (site, other) => {
    const rows: Row[] = [
      [site, 'progressing', ago(30)],
      [other, 'stable', ago(5)],
    ]
    expect(askMetastasis(site, 'stable', rows).verdict).toBe('unknown')
    expect(askMetastasis(site, 'stable', [[other, 'stable', ago(31)], ...rows.slice(0, 1)]).verdict).toBe('notMet')
  })
})

describe('a metastasis that was treated', () => {
  const asked = (status: 'present' | 'absent' | 'treated', extent: string, days: number) => {
    const rows = [
      finding('metastasis', 'liver', 'treated', ago(20)),
      finding('disease-extent', 'disease-extent', extent, ago(days)),
    ]
    const facts = deriveFacts(recordWith({ observations: rows }))
    return evaluateLeaf({ op: 'metastasis', site: 'liver', status }, facts, today)
  }

  it.each(['no-evidence-of-disease', 'localised'])('may have gone where the extent since is %s', (extent) => {
    expect([19, 20, 21].map((days) => asked('present', extent, days).verdict)).toEqual(['unknown', 'unknown', 'met'])
    expect([19, 20, 21].map((days) => asked('absent', extent, days).verdict)).toEqual(['unknown', 'unknown', 'notMet'])
    expect(asked('treated', extent, 5).verdict).toBe('met')
    expect(asked('present', extent, 5).sentence).toContain(': whether it is still there is not recorded')
  })

  it('is still there in disease that has spread', () => {
    expect(asked('present', 'metastatic', 5).verdict).toBe('met')
  })
})
