import { geneSymbol } from '../gene-symbol.ts'
import type { BiomarkerLeaf } from '../leaf.ts'
import { isPlace, plainProteinChange } from '../protein-change.ts'

/**
 * What is asked, as a laboratory would call it: "BRAF V600E", "NTRK1/NTRK2/NTRK3 fusion", "AR (immunohistochemistry)". It is
 * the key of an item, in the language of rules; what people read is `printedBiomarker`.
 */
export function biomarkerName(leaf: BiomarkerLeaf): string {
  const gene = leaf.gene === undefined ? undefined : geneSymbol(leaf.gene)
  switch (leaf.type) {
    case 'variant':
      return [gene, leaf.hgvsP].filter((part) => part !== undefined).join(' ')
    case 'fusion':
      return `${(leaf.genes ?? [])
        .filter((names) => names !== '*')
        .map((names) => names.split('|').map(geneSymbol).join('/'))
        .join('-')} fusion`
    case 'cna':
      return `${gene ?? ''} copy number`
    case 'ihc':
      return `${leaf.marker ?? ''} (immunohistochemistry)`
    case 'hla':
      return `${gene ?? 'HLA'}*${leaf.allele ?? ''}`
    case 'msi':
      return 'Microsatellite instability'
    case 'mmr':
      return 'Mismatch repair'
    case 'tmb':
      return 'Tumour mutational burden'
    case 'rareInCommon':
      return 'Rare alteration in a common cancer'
  }
}

/**
 * The name as people read it: "IDH1 p.Arg132*", which in HGVS is a stop codon, is "IDH1 (any change at Arg132)". Every other
 * name stays as it is.
 */
export function printedBiomarker(name: string): string {
  const [, gene, stem] = /^(\S+) (\S+)\*$/u.exec(name) ?? []
  const place = plainProteinChange(stem ?? '')
  return gene !== undefined && isPlace(place) ? `${gene} (any change at ${place})` : name
}
