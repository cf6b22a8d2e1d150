import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import { geneNames } from './gene-names.ts'
import { geneSymbol } from './gene-symbol.ts'
import type { BiomarkerLeaf } from './leaf.ts'
import type { Biomarker } from './patient-record.ts'
import { noRows, rowsOfNewItem } from './rows-of-new-item.ts'
import { recordWith, testOf } from './sample-record.ts'

describe('a gene symbol', () => {
  it.each([
    ['BRAF', 'BRAF'],
    [' braf ', 'BRAF'],
    ['Kit', 'KIT'],
    ['c-KIT', 'KIT'],
    ['C-met', 'MET'],
    ['c9orf72', 'C9orf72'],
    ['CXORF38', 'CXorf38'],
    ['c11orf95', 'ZFTA'],
    ['HER2', 'ERBB2'],
    ['her-2', 'ERBB2'],
    ['HER2/neu', 'ERBB2'],
    ['c-erbB-2', 'ERBB2'],
    ['CD117', 'KIT'],
    ['cMET', 'MET'],
    ['PD-L1', 'CD274'],
    ['MLL', 'KMT2A'],
    ['p53', 'TP53'],
    ['p16', 'CDKN2A'],
    ['CDKN2', 'CDKN2A'],
    ['PDGFR-alpha', 'PDGFRA'],
    ['PDGFRα', 'PDGFRA'],
    ['INI-1', 'SMARCB1'],
    ['BAF47', 'SMARCB1'],
    ['BRG1', 'SMARCA4'],
    ['NUT', 'NUTM1'],
    ['EWS', 'EWSR1'],
    ['CHOP', 'DDIT3'],
    ['SYT', 'SS18'],
    ['FLT-3', 'FLT3'],
    ['B-Raf', 'BRAF'],
    ['TFE3', 'TFE3'],
    ['HLAA', 'HLA-A'],
    ['DRB1', 'HLA-DRB1'],
    ['hla-a', 'HLA-A'],
    ['NKX2-1', 'NKX2-1'],
    ['*', '*'],
  ])('written %j is %s', (written, symbol) => {
    expect(geneSymbol(written)).toBe(symbol)
    expect(geneSymbol(symbol)).toBe(symbol)
  })
})

it('no name stands for two genes', () => {
  const names = Object.entries(geneNames).flatMap(([symbol, others]) => [symbol.replace('-', ''), ...others])
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
})

const today = '2026-08-04'

function ask(leaf: Omit<BiomarkerLeaf, 'op'>, ...biomarkers: readonly Biomarker[]) {
  return evaluateLeaf({ op: 'biomarker', ...leaf }, deriveFacts(recordWith({ biomarkers })), today)
}

describe('case and outer space make no other gene', () => {
  it.each<[string, Omit<BiomarkerLeaf, 'op'>, Biomarker]>([
    [
      'of a variant',
      { type: 'variant', gene: 'braf ', hgvsP: 'V600E', result: 'present' },
      testOf('variant', { genes: ['Braf'], hgvsP: 'V600E' }),
    ],
    [
      'of a copy number',
      { type: 'cna', gene: 'Erbb2', result: 'amplified' },
      testOf('cna', { genes: [' erbb2'], result: 'amplified' }),
    ],
    [
      'of a fusion',
      { type: 'fusion', genes: ['etv6', ' Ntrk3'], result: 'present' },
      testOf('fusion', { genes: ['NTRK3 ', 'ETV6'] }),
    ],
    [
      'of an HLA type',
      { type: 'hla', gene: 'hla-a', allele: '02:01', result: 'positive' },
      testOf('hla', { genes: ['HLA-a'], allele: '02:01', result: 'positive' }),
    ],
  ])('%s', (_what, leaf, found) => {
    expect(ask(leaf, found).verdict).toBe('met')
    expect(ask(leaf, { ...found, result: found.type === 'cna' ? 'not-amplified' : 'absent' }).verdict).toBe('notMet')
  })

  it('of alternatives under a former name', () => {
    const leaf = { type: 'fusion', genes: ['EWS', 'CHOP|FLI1'], result: 'present' } as const
    expect(ask(leaf, testOf('fusion', { genes: ['DDIT3', 'EWSR1'] })).verdict).toBe('met')
  })

  it('of HLA typing that names the gene by its letter', () => {
    const leaf = { type: 'hla', gene: 'HLA-A', allele: '02:01', result: 'positive' } as const
    expect(ask(leaf, testOf('hla', { genes: ['A'], allele: '02:01', result: 'positive' })).verdict).toBe('met')
    const another = { ...leaf, gene: 'B' }
    expect(ask(another, testOf('hla', { genes: ['HLA-B'], allele: '02:01', result: 'positive' })).verdict).toBe('met')
  })

  it('of a protein and its gene: HER2 amplified, and later ERBB2 not amplified, contradict each other', () => {
    const found = testOf('cna', { genes: ['HER2'], result: 'amplified', reportedOn: '2025-11-01' })
    const denied = testOf('cna', { genes: ['ERBB2'], result: 'not-amplified', reportedOn: '2026-03-31' })
    for (const gene of ['ERBB2', 'HER-2']) {
      const leaf = { type: 'cna', gene, result: 'amplified' } as const
      expect(ask(leaf, found).verdict).toBe('met')
      expect(ask(leaf, found, denied).reason).toBe('contradictory')
    }
  })

  it('of alternatives', () => {
    const leaf = { type: 'fusion', genes: ['*', 'ntrk1| Ntrk3'], result: 'present' } as const
    expect(ask(leaf, testOf('fusion', { genes: ['etv6', 'NTRK3'] })).verdict).toBe('met')
  })

  it('in what would settle it', () => {
    const item = (gene: string) => ask({ type: 'variant', gene, hgvsP: 'p.Val600Glu', result: 'present' }).item
    expect(item('braf')).toEqual(item('BRAF'))
    expect(ask({ type: 'fusion', genes: ['*', 'ntrk1|NTRK3'], result: 'present' }).item?.key).toBe(
      'biomarker:NTRK1/NTRK3 fusion',
    )
  })

  it('between two reports of one day that deny each other', () => {
    const [found, denied] = [
      testOf('variant', { genes: ['KIT'] }),
      testOf('variant', { genes: ['c-kit'], result: 'absent' }),
    ]
    expect(ask({ type: 'variant', gene: 'KIT', result: 'present' }, found, denied).reason).toBe('contradictory')
  })
})

it('a test is recorded under the symbol of its gene', () => {
  const { id, recordedBy, recordedAt, replaces: _, ...test } = testOf('fusion', { genes: [' etv6', 'c-met'] })
  const item = { ...test, kind: 'biomarker' as const, genes: [...test.genes] }
  const rows = rowsOfNewItem(recordWith(), item, { id, recordedBy, recordedAt })
  expect(rows).toEqual({ ...noRows, biomarkers: [expect.objectContaining({ genes: ['ETV6', 'MET'] })] })
})
