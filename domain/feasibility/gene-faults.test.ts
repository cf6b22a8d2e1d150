import { describe, expect, it, test } from 'vitest'
import { geneNames } from '../eligibility/gene-names.ts'
import { geneSymbol } from '../eligibility/gene-symbol.ts'
import { geneLike, isKnownGene } from '../eligibility/known-gene.ts'
import { oncologyGenes } from '../eligibility/oncology-genes.ts'
import { geneFaults } from './gene-faults.ts'

const variant = (gene: string) => ({ op: 'biomarker', type: 'variant', gene, result: 'present' })

describe('a gene in a rule', () => {
  it.each(['BRAF', ' braf ', 'HER-2', 'c-KIT', 'DICER1', 'SS18L1', '*'])('%j is known', (gene) => {
    expect(geneFaults(variant(gene), '/rule')).toEqual([])
  })

  it.each([
    ['BRAFFF', 'BRAF'],
    ['BRAD', 'BRAF'],
    ['IDH12', 'IDH1'],
    ['PIK3CAA', 'PIK3CA'],
  ])('%j is not known, and the one that it is like is named', (gene, like) => {
    const [found] = geneFaults({ op: 'not', of: variant(gene) }, '/rule')
    expect(found).toMatchObject({ pointer: '/rule/of/gene', problem: `"${gene}" is no known gene` })
    expect(found?.remedy).toContain(`Write "${like}" if that is meant`)
  })

  it('that is like none leads to the symbol, or to a person who reads the text', () => {
    const [found] = geneFaults({ op: 'all', of: [variant('BRAF'), variant('QWERTYUIOP')] }, '/rule')
    expect(found?.pointer).toBe('/rule/of/1/gene')
    expect(found?.remedy).toBe(
      'Give the HGNC symbol, such as "BRAF"; for a gene that this service does not know, leave the rule out, so that the text is read by a person',
    )
  })

  it('of a fusion is looked at on each side, and each of the alternatives', () => {
    const fusion = { op: 'biomarker', type: 'fusion', genes: ['ETV6', 'NTRK1|NTRKK2| Ntrk3'], result: 'present' }
    expect(geneFaults(fusion, '/rule').map(({ pointer, problem }) => [pointer, problem])).toEqual([
      ['/rule/genes/1', '"NTRKK2" is no known gene'],
    ])
  })
})

test('every symbol of the list is there once, in its own words, and not beside its names', () => {
  const all = [...Object.keys(geneNames), ...oncologyGenes]
  expect(all.filter((gene, place) => all.indexOf(gene) !== place)).toEqual([])
  expect(oncologyGenes.filter((gene) => geneSymbol(gene) !== gene)).toEqual([])
  expect(isKnownGene('')).toBe(false)
  expect(geneLike('KIAA9999')).toBeNull()
})
