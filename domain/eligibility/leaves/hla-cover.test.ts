import { describe, expect, it } from 'vitest'
import { deriveFacts } from '../derive-facts.ts'
import type { BiomarkerLeaf } from '../leaf.ts'
import type { Biomarker } from '../patient-record.ts'
import { recordWith, testOf } from '../sample-record.ts'
import { evaluateBiomarker } from './evaluate-biomarker.ts'

const a0201: BiomarkerLeaf = { op: 'biomarker', type: 'hla', gene: 'HLA-A', allele: '02:01', result: 'positive' }

function ask(...found: readonly (string | Partial<Biomarker>)[]) {
  const biomarkers = found.map((each, index) => {
    const parts = typeof each === 'string' ? { allele: each } : each
    return testOf('hla', { genes: ['HLA-A'], result: 'positive', id: `${index}`, ...parts })
  })
  return evaluateBiomarker(a0201, deriveFacts(recordWith({ biomarkers }))).verdict
}

describe('two other alleles of the gene rule out the one that is asked for', () => {
  it.each([
    [['03:01', '11:01']],
    [['A*03:01', 'HLA-A*11:01:02']],
    [['03', '11']],
    [['03:01', '03:02']],
    [['03:01:01', '03:01:02']],
    [['03', '03:01', '11:01']],
  ])('%j', (alleles) => {
    expect(ask(...alleles)).toBe('notMet')
    expect(ask(...alleles.toReversed())).toBe('notMet')
  })
})

describe('one allele that was reported twice is one, and the other may be the one that is asked for', () => {
  it.each([
    [['03:01', '03:01']],
    [['03:01', 'HLA-A*03:01']],
    [['03:01', '03']],
    [['03', '03:01:01']],
    [['03', '03:01', '03:01:01']],
  ])('%j', (alleles) => {
    expect(ask(...alleles)).toBe('unknown')
    expect(ask(...alleles.toReversed())).toBe('unknown')
  })

  it('in two reports of different days', () => {
    expect(ask({ allele: '03:01' }, { allele: '03', reportedOn: '2026-06-01' })).toBe('unknown')
    expect(ask({ allele: '03:01' }, { allele: '11', reportedOn: '2026-06-01' })).toBe('notMet')
  })
})

it('two others beside a third that may be the one asked for rule out nothing', () => {
  expect(ask('03:01', '11:01', '02')).toBe('unknown')
  expect(ask('03:01', '11:01', { allele: null })).toBe('notMet')
})

it('a second allele that another report denies is not counted, however it is written', () => {
  expect(ask('03:01', '11:01', { allele: '11', result: 'negative' })).toBe('unknown')
  expect(ask('03:01', '03', '11:01', { allele: '11:01', result: 'negative', reportedOn: '2026-06-01' })).toBe('unknown')
})
