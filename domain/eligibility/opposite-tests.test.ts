import { describe, expect, it } from 'vitest'
import { deriveFacts } from './derive-facts.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { evaluateLeaf } from './evaluate-leaf.ts'
import type { BiomarkerLeaf } from './leaf.ts'
import type { Biomarker } from './patient-record.ts'
import { recordWith, testOf } from './sample-record.ts'

const [today, dayBefore] = ['2026-08-04', '2026-08-03']

type Asked = Omit<BiomarkerLeaf, 'op'>

function factsOf(tests: readonly Biomarker[]) {
  const biomarkers = tests.map((test, index) => ({ ...test, id: `${index}`, recordedAt: `${today}T0${index}:00:00Z` }))
  return deriveFacts(recordWith({ biomarkers }))
}

function ask(asked: Asked, ...tests: readonly Biomarker[]) {
  return evaluateLeaf({ op: 'biomarker', ...asked }, factsOf(tests), today)
}

/** Two reports of one day, in either order of typing: never the one that was typed later. */
function verdictsOf(asked: Asked, first: Biomarker, second: Biomarker) {
  return [ask(asked, first, second), ask(asked, second, first)].map(({ verdict }) => verdict)
}

const of = (type: Biomarker['type'], parts: Partial<Biomarker>) => testOf(type, { reportedOn: today, ...parts })
const braf = (parts: Partial<Biomarker>) => of('variant', { genes: ['BRAF'], ...parts })
const her2 = (value: number | null, parts: Partial<Biomarker> = {}) =>
  of('ihc', { marker: 'HER2', value, unit: value === null ? null : 'plus', ...parts })
const fusion = (genes: readonly string[], result = 'present') => of('fusion', { genes, result })
const allele = (name: string, result = 'positive') => of('hla', { genes: ['HLA-A'], allele: name, result })
const burden = (value: number, reportedOn = today) =>
  of('tmb', { value, unit: 'mut/Mb', result: 'reported', reportedOn })

const v600e: Asked = { type: 'variant', gene: 'BRAF', hgvsP: 'p.Val600Glu', result: 'present' }
const anyBraf: Asked = { type: 'variant', gene: 'BRAF', result: 'present' }
const strong: Asked = { type: 'ihc', marker: 'HER2', cmp: '>=', value: 3, unit: 'plus' }
const high: Asked = { type: 'msi', result: 'MSI-H' }
const ntrk: Asked = { type: 'fusion', genes: ['*', 'NTRK1|NTRK2'], result: 'present' }
const a0201: Asked = { type: 'hla', gene: 'HLA-A', allele: '02:01', result: 'positive' }
const tenOrMore: Asked = { type: 'tmb', cmp: '>=', value: 10, unit: 'mut/Mb' }

describe('opposite tests of one day answer nothing, whichever was typed later', () => {
  it.each<[string, Asked, Biomarker, Biomarker]>([
    ['a score', strong, her2(3), her2(1)],
    ['a score and the word that there is nothing', strong, her2(3), her2(null, { result: 'absent' })],
    ['a stain', { type: 'ihc', marker: 'HER2', result: 'present' }, her2(null), her2(null, { result: 'Negative' })],
    ['microsatellites', high, of('msi', { result: 'MSI-H' }), of('msi', { result: 'MSS' })],
    [
      'microsatellites of a third kind',
      { type: 'msi', result: 'MSI-L' },
      of('msi', { result: 'MSI-H' }),
      of('msi', { result: 'MSS' }),
    ],
    ['mismatch repair', { type: 'mmr', result: 'pMMR' }, of('mmr', { result: 'dMMR' }), of('mmr', { result: 'pMMR' })],
    [
      'copy number',
      { type: 'cna', gene: 'ERBB2', result: 'amplified' },
      of('cna', { genes: ['ERBB2'], result: 'amplified' }),
      of('cna', { genes: ['ERBB2'], result: 'not-amplified' }),
    ],
    ['a change beside a gene without any', v600e, braf({ hgvsP: 'V600E' }), braf({ result: 'absent' })],
    [
      'a change beside its own absence',
      v600e,
      braf({ hgvsP: 'p.V600E' }),
      braf({ hgvsP: 'p.(Val600Glu)', result: 'absent' }),
    ],
    [
      'the absence of a change',
      { ...v600e, result: 'absent' },
      braf({ hgvsP: 'V600E' }),
      braf({ hgvsP: 'V600E', result: 'absent' }),
    ],
    [
      'any change, where the one found is denied',
      anyBraf,
      braf({ hgvsP: 'V600E' }),
      braf({ hgvsP: 'V600E', result: 'absent' }),
    ],
    [
      'any change at a place, where the one found is denied',
      { ...v600e, hgvsP: 'p.Val600*' },
      braf({ hgvsP: 'V600E' }),
      braf({ hgvsP: 'V600E', result: 'absent' }),
    ],
    [
      'another change, by the absence that the one found denies',
      { ...v600e, hgvsP: 'p.Val600Lys' },
      braf({ hgvsP: 'V600E' }),
      braf({ result: 'absent' }),
    ],
    ['any change', anyBraf, braf({}), braf({ result: 'not detected' })],
    ['a fusion', ntrk, fusion(['ETV6', 'NTRK1']), fusion(['NTRK1'], 'absent')],
    ['a fusion of a pair', ntrk, fusion(['NTRK1', 'ETV6']), fusion(['ETV6', 'NTRK1'], 'absent')],
    ['no fusion at all', ntrk, fusion(['NTRK2', '*']), fusion(['*'], 'absent')],
    ['an allele', a0201, allele('02:01'), allele('A*02:01', 'negative')],
    ['an allele and its whole group', a0201, allele('02:01'), allele('02', 'negative')],
    ['the absence of an allele', { ...a0201, result: 'negative' }, allele('02:01'), allele('02:01', 'negative')],
    ['tumour mutational burden', tenOrMore, burden(9), burden(10)],
    ['a burden as it is', { ...tenOrMore, cmp: '=' }, burden(10), burden(11)],
  ])('%s', (_what, asked, first, second) => {
    expect(verdictsOf(asked, first, second)).toEqual(['unknown', 'unknown'])
    expect(ask(asked, first, second)).toMatchObject({
      reason: 'contradictory',
      item: { key: expect.stringMatching(/^biomarker:/u) },
    })
  })

  it('although an earlier day has an answer', () => {
    const earlier = of('msi', { result: 'MSI-H', reportedOn: dayBefore })
    expect(ask(high, earlier, of('msi', { result: 'MSI-H' }), of('msi', { result: 'MSS' })).verdict).toBe('unknown')
  })

  it('naming both reports with their sources, and what to do', () => {
    const found = ask(
      v600e,
      braf({ hgvsP: 'V600E', source: 'Genomic laboratory' }),
      braf({ result: 'absent', source: 'Clinic letter' }),
    )
    expect(found.sentence).toBe(
      'BRAF p.Val600Glu: BRAF absent on 04-Aug-2026 (Clinic letter) cannot be true beside BRAF V600E present on 04-Aug-2026 (Genomic laboratory): correct or take back the wrong one; asked: BRAF p.Val600Glu present',
    )
    expect(found.item?.label).toContain('BRAF p.Val600Glu')
  })

  it('and are not set aside where enough others were measured', () => {
    const facts = factsOf([her2(3), her2(1), braf({ hgvsP: 'V600E' }), braf({ result: 'absent' }), burden(12)])
    for (const disputed of [strong, v600e]) {
      const of = [disputed, tenOrMore].map((asked) => ({ op: 'biomarker' as const, ...asked }))
      const expr = { op: 'measuredAny' as const, min: 1, of }
      expect(evaluateCriterion({ kind: 'inclusion', expr }, facts, { asOf: today })?.verdict).toBe('unknown')
    }
  })
})

describe('what is no opposite', () => {
  it.each<[string, Asked, Biomarker, Biomarker, string]>([
    ['a failed sample', high, of('msi', { result: 'failed' }), of('msi', { result: 'MSI-H' }), 'met'],
    ['an uncertain word', high, of('msi', { result: 'equivocal' }), of('msi', { result: 'MSS' }), 'notMet'],
    [
      'another change of the gene',
      { type: 'variant', gene: 'EGFR', hgvsP: 'p.V600E', result: 'present' },
      of('variant', { genes: ['EGFR'], hgvsP: 'V600E' }),
      of('variant', { genes: ['EGFR'], hgvsP: 'L858R', result: 'absent' }),
      'met',
    ],
    ['another gene', v600e, braf({ hgvsP: 'V600E' }), of('variant', { genes: ['KIT'], result: 'absent' }), 'met'],
    ['the same twice', v600e, braf({ hgvsP: 'V600E' }), braf({ hgvsP: 'p.Val600Glu', result: 'detected' }), 'met'],
    [
      'a stop codon at the place of another change',
      { ...anyBraf, hgvsP: 'R213L' },
      braf({ hgvsP: 'R213L' }),
      braf({ hgvsP: 'p.R213*', result: 'absent' }),
      'met',
    ],
    ['another marker', strong, her2(3), of('ihc', { marker: 'AR', result: 'absent' }), 'met'],
    ['another pair', ntrk, fusion(['ETV6', 'NTRK1']), fusion(['TPM3', 'NTRK1'], 'absent'), 'met'],
    ['another partner gene', ntrk, fusion(['ETV6', 'NTRK1']), fusion(['NTRK2'], 'absent'), 'met'],
    ['another allele', a0201, allele('02:01'), allele('03:01', 'negative'), 'met'],
    ['an allele in finer words', a0201, allele('02:01:01'), allele('02:01:02', 'negative'), 'met'],
    ['two burdens that are both above the limit', tenOrMore, burden(10), burden(11), 'met'],
    ['two burdens that are both below it', tenOrMore, burden(8), burden(9), 'notMet'],
    ['two scores of which one is in another unit', strong, her2(3), her2(60, { unit: '%' }), 'met'],
    ['a later day', tenOrMore, burden(9, dayBefore), burden(10), 'met'],
  ])('%s', (_what, asked, first, second, verdict) => {
    expect(verdictsOf(asked, first, second)).toEqual([verdict, verdict])
  })

  it('is a local test beside the central review that was asked for', () => {
    const central = { ...her2(3), isCentralReview: true }
    expect(verdictsOf({ ...strong, centralReview: true }, central, her2(1))).toEqual(['met', 'met'])
    expect(verdictsOf(strong, central, her2(1))).toEqual(['unknown', 'unknown'])
  })

  it('leaves what a third report of the day says', () => {
    const [found, denied] = [braf({ hgvsP: 'V600E' }), braf({ hgvsP: 'V600E', result: 'absent' })]
    expect(ask(anyBraf, found, denied, braf({ hgvsP: 'V600K' })).verdict).toBe('met')
    expect(ask(v600e, found, denied, braf({ hgvsP: 'V600K' })).verdict).toBe('unknown')
  })

  it('is ended by taking one back', () => {
    const [right, wrong] = [of('msi', { id: 'right', result: 'MSI-H' }), of('msi', { id: 'wrong', result: 'MSS' })]
    const back = { ...wrong, id: 'back', replaces: 'wrong', withdrawalReason: 'Another patient’s report' }
    const facts = deriveFacts(recordWith({ biomarkers: [right, wrong, back] }))
    expect(evaluateLeaf({ op: 'biomarker', ...high }, facts, today).verdict).toBe('met')
  })
})

describe('typing of which an allele is disputed', () => {
  const other = (name: string, result?: string) => allele(name, result)

  it('no longer rules out the allele that was not found', () => {
    expect(ask(a0201, other('03:01'), other('11:01')).verdict).toBe('notMet')
    const disputed = ask(a0201, other('03:01'), other('11:01'), other('11:01', 'negative'))
    expect(disputed).toMatchObject({ verdict: 'unknown', reason: 'contradictory' })
    expect(ask(a0201, other('03:01'), other('24:02'), other('11:01'), other('11:01', 'negative')).verdict).toBe(
      'notMet',
    )
  })

  it('keeps a coarser question open where only a finer allele is absent', () => {
    expect(ask(a0201, allele('02:01:01', 'negative')).verdict).toBe('unknown')
    expect(ask({ ...a0201, allele: '02:01:01' }, allele('02:01', 'negative')).verdict).toBe('notMet')
  })
})
