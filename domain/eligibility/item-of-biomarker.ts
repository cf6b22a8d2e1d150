import { displayValue } from './explain-reading.ts'
import { sentenceCase } from './fact-name.ts'
import type { ItemContent } from './item-content.ts'
import type { Biomarker } from './patient-record.ts'
import { quantityText } from './quantity-text.ts'
import { comparableWord, plainResult } from './recorded-word.ts'

/** One test and what it found. A failed sample and a test not done are never worded as "not found". Results keep. */
export function itemOfBiomarker(row: Biomarker): ItemContent {
  const review = row.isCentralReview ? ', central review' : ''
  return {
    section: 'biomarkers',
    label: labelOf(row),
    valueText: `${resultOf(row)}${review}`,
    on: row.reportedOn,
    windowDays: null,
  }
}

/** "BRAF variant", "NTRK fusion, any partner", "HER2 (immunohistochemistry)". */
function labelOf({ type, genes, marker }: Biomarker): string {
  const named = genes.filter((gene) => gene !== '*').join('-')
  switch (type) {
    case 'variant':
      return `${named} variant`.trim()
    case 'fusion':
      return `${named} fusion${genes.includes('*') ? ', any partner' : ''}`.trim()
    case 'cna':
      return `${named} copy number`.trim()
    case 'ihc':
      return `${marker ?? named} (immunohistochemistry)`.trim()
    case 'hla':
      return named === '' ? 'HLA typing' : `${named.startsWith('HLA') ? named : `HLA-${named}`} typing`
    case 'msi':
      return 'Microsatellite instability'
    case 'mmr':
      return 'Mismatch repair'
    case 'tmb':
      return 'Tumour mutational burden'
  }
}

function resultOf({ type, result, hgvsP, allele, value, unit }: Biomarker): string {
  const found = hgvsP ?? allele
  const word = comparableWord(result)
  if (['failed', 'insufficient', 'insufficient sample'].includes(word)) return 'Sample failed, no result'
  if (['not tested', 'not-tested', 'not done', 'not-done'].includes(word)) return 'Not tested'
  if (value !== null) return quantityText({ value, unit, lowerLimit: null, upperLimit: null })
  switch (plainResult(result)) {
    case 'absent':
      return found === null ? `Tested, ${type === 'ihc' ? 'negative' : 'not found'}` : `Tested, ${found} not found`
    case 'present':
      return found === null ? (type === 'ihc' ? 'Positive' : 'Found') : `Found: ${found}`
    default:
      return found === null ? sentenceCase(displayValue(result)) : `${found}, ${displayValue(result)}`
  }
}
