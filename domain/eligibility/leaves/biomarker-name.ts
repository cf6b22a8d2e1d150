import type { BiomarkerLeaf } from '../leaf.ts'

/** What is asked, as a laboratory would call it: "BRAF V600E", "NTRK1/NTRK2/NTRK3 fusion", "AR (immunohistochemistry)". */
export function biomarkerName(leaf: BiomarkerLeaf): string {
  switch (leaf.type) {
    case 'variant':
      return [leaf.gene, leaf.hgvsP].filter((part) => part !== undefined).join(' ')
    case 'fusion':
      return `${(leaf.genes ?? [])
        .filter((gene) => gene !== '*')
        .join('-')
        .replaceAll('|', '/')} fusion`
    case 'cna':
      return `${leaf.gene ?? ''} copy number`
    case 'ihc':
      return `${leaf.marker ?? ''} (immunohistochemistry)`
    case 'hla':
      return `${leaf.gene ?? 'HLA'}*${leaf.allele ?? ''}`
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
