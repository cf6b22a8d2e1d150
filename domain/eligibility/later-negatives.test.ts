import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import type { BiomarkerLeaf } from './leaf.ts'
import type { Biomarker } from './patient-record.ts'
import { recordWith, testOf } from './sample-record.ts'

const today = '2026-08-04'
const years = ['2022-05-01', '2024-05-01', '2026-05-01'] as const

type Asked = Omit<BiomarkerLeaf, 'op'>

/** One test after the other, each two years later. */
function ask(asked: Asked, ...tests: readonly Biomarker[]) {
  const biomarkers = tests.map((test, index) => ({ ...test, id: `${index}`, reportedOn: years[index] ?? today }))
  return evaluateLeaf({ op: 'biomarker', ...asked }, deriveFacts(recordWith({ biomarkers })), today)
}

const braf = (parts: Partial<Biomarker>) => testOf('variant', { genes: ['BRAF'], ...parts })
const fusion = (genes: readonly string[], result = 'present') => testOf('fusion', { genes, result })
const allele = (name: string, result = 'positive') => testOf('hla', { genes: ['HLA-A'], allele: name, result })
const copies = (result: string) => testOf('cna', { genes: ['ERBB2'], result })
const her2 = (value: number) => testOf('ihc', { marker: 'HER2', value, unit: 'plus' })
const burden = (value: number) => testOf('tmb', { value, unit: 'mut/Mb', result: 'reported' })

const v600e: Asked = { type: 'variant', gene: 'BRAF', hgvsP: 'p.Val600Glu', result: 'present' }
const anyV600: Asked = { ...v600e, hgvsP: 'p.Val600*' }
const ntrk: Asked = { type: 'fusion', genes: ['*', 'NTRK1|NTRK2'], result: 'present' }
const amplified: Asked = { type: 'cna', gene: 'ERBB2', result: 'amplified' }
const a0201: Asked = { type: 'hla', gene: 'HLA-A', allele: '02:01', result: 'positive' }
const high: Asked = { type: 'msi', result: 'MSI-H' }
const deficient: Asked = { type: 'mmr', result: 'dMMR' }

describe('what was found is not undone by a later test that did not find it', () => {
  it.each<[string, Asked, Biomarker, Biomarker]>([
    ['a change, and then nothing of the gene', v600e, braf({ hgvsP: 'V600E' }), braf({ result: 'absent' })],
    ['a change, and then not that', v600e, braf({ hgvsP: 'V600E' }), braf({ hgvsP: 'V600E', result: 'not detected' })],
    ['any change at the place', anyV600, braf({ hgvsP: 'V600E' }), braf({ hgvsP: 'V600E', result: 'absent' })],
    ['another change, by a test that missed one', anyV600, braf({ hgvsP: 'G469A' }), braf({ result: 'absent' })],
    ['a fusion', ntrk, fusion(['ETV6', 'NTRK1']), fusion(['*'], 'absent')],
    ['a fusion of the gene', ntrk, fusion(['NTRK1', 'ETV6']), fusion(['NTRK1'], 'absent')],
    ['a copy number', amplified, copies('amplified'), copies('not-amplified')],
    ['an allele', a0201, allele('02:01'), allele('02:01', 'negative')],
    ['microsatellites', high, testOf('msi', { result: 'MSI-H' }), testOf('msi', { result: 'MSS' })],
    ['mismatch repair', deficient, testOf('mmr', { result: 'dMMR' }), testOf('mmr', { result: 'pMMR' })],
  ])('%s', (_what, asked, found, denied) => {
    for (const result of new Set([asked.result ?? 'present', opposite[asked.type] ?? 'absent'])) {
      if (asked.type === 'fusion' && result === 'absent') continue
      expect(ask({ ...asked, result }, found, denied)).toMatchObject({ verdict: 'unknown', reason: 'contradictory' })
    }
  })

  it('and both are named, with what settles it', () => {
    const found = braf({ hgvsP: 'V600E', source: 'Tissue panel' })
    const denied = braf({ result: 'absent', source: 'Blood sample' })
    expect(ask(v600e, found, denied)).toMatchObject({
      item: { key: 'biomarker:BRAF p.Val600Glu' },
      sentence:
        'BRAF p.Val600Glu: BRAF absent on 01-May-2024 (Blood sample) does not undo BRAF V600E present on 01-May-2022 (Tissue panel): give a verdict as a clinician, or correct or take back the wrong one; asked: BRAF p.Val600Glu present',
    })
    const later = ask(anyV600, found, { ...denied, hgvsP: 'V600E' })
    expect(later.sentence).toContain('absent on 01-May-2024 (Blood sample) does not undo BRAF V600E present')
  })

  it('until it is found once more', () => {
    const [found, denied] = [braf({ hgvsP: 'V600E' }), braf({ result: 'absent' })]
    expect(ask(v600e, found, denied, found).verdict).toBe('met')
    expect(ask(v600e, denied, found).verdict).toBe('met')
    expect(ask(amplified, copies('not-amplified'), copies('amplified')).verdict).toBe('met')
    expect(ask(high, testOf('msi', { result: 'MSS' }), testOf('msi', { result: 'MSI-H' })).verdict).toBe('met')
  })

  it('nor by a second test that did not find it, nor by one that gave no result', () => {
    const [found, denied] = [braf({ hgvsP: 'V600E' }), braf({ result: 'absent' })]
    expect(ask(v600e, found, denied, denied).verdict).toBe('unknown')
    expect(ask(v600e, found, braf({ result: 'failed' })).verdict).toBe('met')
  })

  it('until the wrong one is taken back', () => {
    const found = { ...braf({ hgvsP: 'V600E' }), id: 'found', reportedOn: years[0] }
    const denied = { ...braf({ result: 'absent' }), id: 'denied', reportedOn: years[1] }
    const back = { ...denied, id: 'back', replaces: 'denied', withdrawalReason: 'Sample of another patient' }
    const facts = deriveFacts(recordWith({ biomarkers: [found, denied, back] }))
    expect(evaluateLeaf({ op: 'biomarker', ...v600e }, facts, today).verdict).toBe('met')
  })
})

const opposite: Readonly<Partial<Record<Asked['type'], string>>> = {
  cna: 'not-amplified',
  hla: 'negative',
  msi: 'MSS',
  mmr: 'pMMR',
}

describe('what can change is as it was measured last', () => {
  it.each<[string, Asked, Biomarker, Biomarker, string]>([
    ['a stain', { type: 'ihc', marker: 'HER2', cmp: '>=', value: 3, unit: 'plus' }, her2(3), her2(1), 'notMet'],
    [
      'a stain in words',
      { type: 'ihc', marker: 'AR', result: 'present' },
      testOf('ihc', { marker: 'AR' }),
      testOf('ihc', { marker: 'AR', result: 'absent' }),
      'notMet',
    ],
    ['a mutational burden', { type: 'tmb', cmp: '>=', value: 10, unit: 'mut/Mb' }, burden(12), burden(8), 'notMet'],
    ['another change of the gene', v600e, braf({ hgvsP: 'V600E' }), braf({ hgvsP: 'V600K', result: 'absent' }), 'met'],
    ['another fusion', ntrk, fusion(['ETV6', 'NTRK1']), fusion(['NTRK2'], 'absent'), 'met'],
    [
      'low and then stable microsatellites',
      high,
      testOf('msi', { result: 'MSI-L' }),
      testOf('msi', { result: 'MSS' }),
      'notMet',
    ],
  ])('%s', (_what, asked, first, second, verdict) => {
    expect(ask(asked, first, second).verdict).toBe(verdict)
  })
})

it('an HLA type is inherited, so that opposite reports of it contradict each other whichever came first', () => {
  const found = ask(a0201, allele('02:01', 'negative'), allele('02:01'))
  expect(found).toMatchObject({ verdict: 'unknown', reason: 'contradictory' })
  expect(found.sentence).toContain('cannot be true beside')
  expect(ask(a0201, allele('02', 'negative'), allele('02')).verdict).toBe('unknown')
})

describe('a central review', () => {
  const local = braf({ hgvsP: 'V600E' })
  const central = braf({ result: 'absent', isCentralReview: true })

  it('answers its own question, whatever was found elsewhere', () => {
    expect(ask({ ...v600e, centralReview: true }, local, central).verdict).toBe('notMet')
    expect(ask(v600e, local, central).verdict).toBe('unknown')
  })
})
