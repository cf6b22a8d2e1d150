import { geneSymbol } from '../gene-symbol.ts'
import type { BiomarkerLeaf } from '../leaf.ts'

/** What is asked, as a laboratory would call it: "BRAF V600E", "NTRK1/NTRK2/NTRK3 fusion", "AR (immunohistochemistry)". */
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
