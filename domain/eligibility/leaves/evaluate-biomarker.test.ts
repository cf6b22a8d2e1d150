import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { BiomarkerLeaf } from '../leaf.ts'
import type { Biomarker } from '../patient-record.ts'
import { recordWith, testOf } from '../sample-record.ts'
import { evaluateBiomarker } from './evaluate-biomarker.ts'

function ask(leaf: Omit<BiomarkerLeaf, 'op'>, ...biomarkers: readonly Biomarker[]) {
  return evaluateBiomarker({ op: 'biomarker', ...leaf }, deriveFacts(recordWith({ biomarkers })))
}

const brafV600e = { type: 'variant', gene: 'BRAF', hgvsP: 'p.Val600Glu', result: 'present' } as const
const braf = (parts: Partial<Biomarker>) => testOf('variant', { genes: ['BRAF'], ...parts })

describe('a variant', () => {
  it.each(['p.Val600Glu', 'V600E', 'p.V600E', 'p.(Val600Glu)'])('found as %s is met', (hgvsP) => {
    expect(ask(brafV600e, braf({ hgvsP })).verdict).toBe('met')
  })

  it('not tested is unknown, never negative', () => {
    expect(ask(brafV600e)).toMatchObject({
      verdict: 'unknown',
      reason: 'notTested',
      sentence: 'BRAF p.Val600Glu: not tested',
    })
    expect(ask(brafV600e, testOf('variant', { genes: ['KRAS'], result: 'absent' })).reason).toBe('notTested')
  })

  it('tested and absent is not met', () => {
    expect(ask(brafV600e, braf({ result: 'absent' })).verdict).toBe('notMet')
    expect(ask(brafV600e, braf({ result: 'absent', hgvsP: 'V600E' })).verdict).toBe('notMet')
  })

  it('is not ruled out by another change of the gene', () => {
    expect(ask(brafV600e, braf({ hgvsP: 'V600K' })).verdict).toBe('unknown')
    expect(ask(brafV600e, braf({ result: 'absent', hgvsP: 'V600K' })).verdict).toBe('unknown')
  })

  it('of a failed sample is unknown, unless an earlier test answers', () => {
    const failed = braf({ result: 'failed', reportedOn: '2026-06-01' })
    expect(ask(brafV600e, failed)).toMatchObject({ verdict: 'unknown', reason: 'sampleFailed' })
    expect(ask(brafV600e, failed, braf({ hgvsP: 'V600E' })).verdict).toBe('met')
  })

  it('is answered by the latest test, unless it did not find what an earlier one found', () => {
    const later = { reportedOn: '2026-06-01' }
    expect(ask(brafV600e, braf({ result: 'absent' }), braf({ hgvsP: 'V600E', ...later })).verdict).toBe('met')
    expect(ask(brafV600e, braf({ hgvsP: 'V600E' }), braf({ result: 'absent', ...later })).verdict).toBe('unknown')
  })

  it('asked with an asterisk is any change at that place', () => {
    const anyV600 = { ...brafV600e, hgvsP: 'p.Val600*' }
    expect(ask(anyV600, braf({ hgvsP: 'V600K' })).verdict).toBe('met')
    expect(ask(anyV600, braf({ hgvsP: 'p.Val6001Glu' })).verdict).toBe('unknown')
    expect(ask(anyV600, braf({ result: 'absent', hgvsP: 'V600E' })).verdict).toBe('unknown')
    expect(ask(anyV600, braf({ result: 'absent' })).verdict).toBe('notMet')
  })

  it('asked with an asterisk is never printed as a stop codon', () => {
    const anyV600 = { ...brafV600e, hgvsP: 'p.V600*' }
    expect(ask(anyV600).sentence).toBe('BRAF (any change at Val600): not tested')
    const reports = [braf({ hgvsP: 'V600K' }), braf({ hgvsP: 'V600fs' }), braf({ result: 'absent' })]
    for (const report of reports)
      expect(ask(anyV600, report).sentence).toMatch(/^BRAF \(any change at Val600\): (?!.*\*)/u)
  })
})

describe('a report of no other amino acid', () => {
  const on = 'on 01-Feb-2026 (Genomic laboratory)'
  const idh1 = (parts: Partial<Biomarker>) => testOf('variant', { genes: ['IDH1'], ...parts })
  const anyR132 = { type: 'variant', gene: 'IDH1', hgvsP: 'p.Arg132*', result: 'present' } as const
  const kit = (parts: Partial<Biomarker>) => testOf('variant', { genes: ['KIT'], ...parts })
  const anyKit = { type: 'variant', gene: 'KIT', result: 'present' } as const

  it.each([
    ['p.Arg132=', 'leaves the protein as it is'],
    ['p.Arg132Arg', 'leaves the protein as it is'],
    ['R132?', 'does not say what became of the protein'],
    ['p.Arg132Ter', 'does not put one amino acid in place of another'],
    ['R132*', 'does not put one amino acid in place of another'],
    ['R132fs', 'does not put one amino acid in place of another'],
    ['p.Arg132del', 'does not put one amino acid in place of another'],
  ])('%s neither meets nor denies a question for any change at Arg132', (hgvsP, why) => {
    expect(ask(anyR132, idh1({ hgvsP }))).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringContaining(`reported: IDH1 ${hgvsP} present ${on}, which ${why}`),
    })
    expect(ask({ ...anyR132, result: 'absent' }, idh1({ hgvsP })).verdict).toBe('unknown')
  })

  it.each(['p.Val654=', 'V654V', 'p.?', 'V654?'])('%s neither meets nor denies a question for the gene', (hgvsP) => {
    expect(ask(anyKit, kit({ hgvsP })).verdict).toBe('unknown')
    expect(ask({ ...anyKit, result: 'absent' }, kit({ hgvsP })).verdict).toBe('unknown')
    expect(ask({ ...anyKit, hgvsP }, kit({ hgvsP })).verdict).toBe('unknown')
  })

  it.each(['V654A', 'p.Val654Ter', 'V654fs', 'p.Trp557_Lys558del', null])('but %s meets it', (hgvsP) => {
    expect(ask(anyKit, kit({ hgvsP })).verdict).toBe('met')
  })

  it('does not hide another change that was found', () => {
    expect(ask(anyR132, idh1({ hgvsP: 'R132H' }), idh1({ id: 'b', hgvsP: 'R132=' })).verdict).toBe('met')
  })
})

describe('a test that found something else is never said not to have been done', () => {
  const said = (leaf: Omit<BiomarkerLeaf, 'op'>, ...tests: readonly Biomarker[]) => ask(leaf, ...tests)
  const on = 'on 01-Feb-2026 (Genomic laboratory)'

  it('another change of the gene', () => {
    expect(said(brafV600e, braf({ hgvsP: 'V600K' }))).toMatchObject({
      verdict: 'unknown',
      reason: 'notTested',
      sentence: `BRAF p.Val600Glu: neither found nor ruled out; reported: BRAF V600K present ${on}`,
      evidence: { value: 'present', on: '2026-02-01' },
    })
    expect(said(brafV600e, braf({ result: 'absent', hgvsP: 'V600K' })).sentence).toBe(
      `BRAF p.Val600Glu: neither found nor ruled out; reported: BRAF V600K absent ${on}`,
    )
  })

  it('a word that leaves the question open', () => {
    expect(said(brafV600e, braf({ hgvsP: 'V600E', result: 'equivocal' })).sentence).toBe(
      `BRAF p.Val600Glu: neither found nor ruled out; reported: BRAF V600E equivocal ${on}`,
    )
  })

  it('two of several, and how many more', () => {
    const tests = ['V600K', 'V600R', 'V600D'].map((hgvsP) => braf({ id: hgvsP, hgvsP }))
    expect(said(brafV600e, ...tests).sentence).toBe(
      `BRAF p.Val600Glu: neither found nor ruled out; reported: BRAF V600R present ${on}; BRAF V600K present ${on}; 1 more`,
    )
  })

  it('a fusion of one of the genes with another partner, and of no others', () => {
    const signature = { type: 'fusion', genes: ['DNAJB1', 'PRKACA'], result: 'present' } as const
    const other = testOf('fusion', { genes: ['EML4', 'ALK'] })
    expect(said(signature, testOf('fusion', { genes: ['PRKACA', 'ATP1B1'] }), other).sentence).toBe(
      `DNAJB1-PRKACA fusion: neither found nor ruled out; reported: PRKACA-ATP1B1 present ${on}`,
    )
    expect(said(signature, other)).toMatchObject({ sentence: 'DNAJB1-PRKACA fusion: not tested', evidence: null })
  })

  it('a failed sample, of the genes that are asked only', () => {
    const ntrk = { type: 'fusion', genes: ['*', 'NTRK1|NTRK2'], result: 'present' } as const
    const failed = (...genes: readonly string[]) => testOf('fusion', { genes, result: 'failed' })
    expect(said(ntrk, failed('NTRK1', '*'))).toMatchObject({
      reason: 'sampleFailed',
      sentence: `NTRK1/NTRK2 fusion: NTRK1 with any partner failed ${on}: the sample gave no result`,
    })
    expect(said(ntrk, failed('*')).sentence).toBe(
      `NTRK1/NTRK2 fusion: any gene failed ${on}: the sample gave no result`,
    )
    expect(said(ntrk, failed('EML4', 'ALK'))).toMatchObject({
      reason: 'notTested',
      sentence: 'NTRK1/NTRK2 fusion: not tested',
    })
  })

  it('one other allele of a gene', () => {
    const a0201 = { type: 'hla', gene: 'HLA-A', allele: '02:01', result: 'positive' } as const
    const typed = testOf('hla', { genes: ['HLA-A'], allele: '03:01', result: 'positive' })
    expect(said(a0201, typed).sentence).toBe(
      `HLA-A*02:01: neither found nor ruled out; reported: HLA-A 03:01 positive ${on}`,
    )
  })
})

describe('a fusion', () => {
  const signature = { type: 'fusion', genes: ['DNAJB1', 'PRKACA'], result: 'present' } as const
  const ntrk = { type: 'fusion', genes: ['*', 'NTRK1|NTRK2|NTRK3'], result: 'present' } as const
  const found = (...genes: readonly string[]) => testOf('fusion', { genes })
  const notFound = (...genes: readonly string[]) => testOf('fusion', { genes, result: 'absent' })

  it('has no order of partners', () => {
    expect(ask(signature, found('DNAJB1', 'PRKACA')).verdict).toBe('met')
    expect(ask(signature, found('PRKACA', 'DNAJB1')).verdict).toBe('met')
    expect(ask(signature, found('PRKACA', 'ATP1B1')).verdict).toBe('unknown')
  })

  it('with any partner is met by whatever partner, or none named', () => {
    expect(ask(ntrk, found('ETV6', 'NTRK3')).verdict).toBe('met')
    expect(ask(ntrk, found('NTRK1')).verdict).toBe('met')
    expect(ask(ntrk, found('EML4', 'ALK')).verdict).toBe('unknown')
  })

  it('is ruled out only when every alternative was tested', () => {
    expect(ask(ntrk, notFound('NTRK1'), notFound('NTRK2')).verdict).toBe('unknown')
    expect(ask(ntrk, notFound('NTRK1'), notFound('NTRK2', '*'), notFound('*', 'NTRK3')).verdict).toBe('notMet')
    expect(ask(ntrk, notFound('ETV6', 'NTRK3'), notFound('NTRK1'), notFound('NTRK2')).verdict).toBe('unknown')
    expect(ask(signature, notFound('DNAJB1', 'PRKACA')).verdict).toBe('notMet')
  })
})

describe('a score of immunohistochemistry', () => {
  const receptor = { type: 'ihc', marker: 'AR', cmp: '>=', value: 6, unit: 'IRS', centralReview: true } as const
  const stain = (parts: Partial<Biomarker>) =>
    testOf('ihc', { marker: 'AR', unit: 'IRS', isCentralReview: true, ...parts })

  it.each([
    [5, 'notMet'],
    [6, 'met'],
    [7, 'met'],
  ])('%i against at least 6 is %s', (value, verdict) => {
    expect(ask(receptor, stain({ value })).verdict).toBe(verdict)
  })

  it('needs central review where the trial says so', () => {
    const local = ask(receptor, stain({ value: 9, isCentralReview: false }))
    expect(local).toMatchObject({ verdict: 'unknown', reason: 'notTested', evidence: { value: 9 } })
    expect(local.sentence).toContain('central review is not recorded')
  })

  it('in another scale, or as a word only, is unknown; absent is below any least', () => {
    expect(ask(receptor, stain({ value: 90, unit: '%' }))).toMatchObject({ verdict: 'unknown', reason: 'unit' })
    expect(ask(receptor, stain({ result: 'present' })).verdict).toBe('unknown')
    expect(ask(receptor, stain({ result: 'absent' })).verdict).toBe('notMet')
  })
})

describe('other tests', () => {
  it('compare their own words', () => {
    const high = { type: 'msi', result: 'MSI-H' } as const
    expect(ask(high, testOf('msi', { result: 'MSI-H' })).verdict).toBe('met')
    expect(ask(high, testOf('msi', { result: 'MSS' })).verdict).toBe('notMet')
    expect(ask(high, testOf('msi', { result: 'equivocal' })).verdict).toBe('unknown')
    expect(
      ask({ type: 'cna', gene: 'ERBB2', result: 'amplified' }, testOf('cna', { genes: ['ERBB2'], result: 'absent' }))
        .verdict,
    ).toBe('notMet')
  })

  it('compare tumour mutational burden at its limit', () => {
    const burden = (value: number) => testOf('tmb', { value, unit: 'mut/Mb' })
    const verdicts = [9, 10, 11].map(
      (value) => ask({ type: 'tmb', cmp: '>=', value: 10, unit: 'mut/Mb' }, burden(value)).verdict,
    )
    expect(verdicts).toEqual(['notMet', 'met', 'met'])
  })

  it('read HLA typing: the allele, or two others', () => {
    const a0201 = { type: 'hla', gene: 'HLA-A', allele: '02:01', result: 'positive' } as const
    const typed = (allele: string, parts: Partial<Biomarker> = {}) =>
      testOf('hla', { genes: ['HLA-A'], allele, id: allele, ...parts })
    expect(ask(a0201, typed('HLA-A*02:01:01')).verdict).toBe('met')
    expect(ask(a0201, typed('02')).verdict).toBe('unknown')
    expect(ask(a0201, typed('03:01')).verdict).toBe('unknown')
    expect(ask(a0201, typed('03:01'), typed('11:01')).verdict).toBe('notMet')
    expect(ask(a0201, typed('02:01', { result: 'absent' })).verdict).toBe('notMet')
  })

  it('leave a rare alteration in a common cancer to a person', () => {
    expect(ask({ type: 'rareInCommon' }).reason).toBe('notComputed')
  })
})
