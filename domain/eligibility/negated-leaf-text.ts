import { comparisonWords, oppositeComparisonWords } from './comparison-words.ts'
import type { Leaf } from './leaf.ts'
import { leafText } from './leaf-text.ts'

/** What one leaf asks, turned round: "no previous platinum", "ANC below 1 ×10⁹/L", "morphology other than 8051 to 8086". */
export function negatedLeafText(leaf: Leaf): string {
  const text = leafText(leaf)
  switch (leaf.op) {
    case 'therapy':
    case 'surgery':
    case 'condition':
    case 'toxicity':
    case 'progression':
    case 'measurableDisease':
      return `no ${text.replace(/^any /u, '')}`
    case 'medication':
      return leaf.only === true ? `not ${text}` : `no ${text}`
    case 'otherMalignancy':
      return leaf.onlyTypes === undefined ? text.replace(/^another/u, 'no other') : `not ${text}`
    case 'linesOfTherapy':
      return leaf.max === 0 && leaf.min === undefined ? text.replace(/^no /u, 'at least 1 of the ') : `not ${text}`
    case 'metastasis':
      if (leaf.status === 'present') return `no ${text.replace(/ present$/u, '')}`
      return leaf.status === 'absent' ? text.replace(/ absent$/u, ' present') : `not ${text}`
    case 'lab':
    case 'observation':
      return text.replace(comparisonWords[leaf.cmp], oppositeComparisonWords[leaf.cmp])
    case 'biomarker':
      if (leaf.cmp !== undefined) return text.replace(comparisonWords[leaf.cmp], oppositeComparisonWords[leaf.cmp])
      return leaf.result === 'present' ? `${text.replace(/ present/u, ' absent')}` : `not ${text}`
    case 'diagnosis':
    case 'morphology':
    case 'topography':
    case 'grade':
      return text.replace(/^(?:diagnosis|morphology|topography|tumour grade)/u, '$& other than')
    case 'diseaseExtent':
    case 'diseaseStatus':
    case 'standardOptions':
      return text.replace(': ', ' other than ')
    case 'attest':
      return text.replace(' says ', ' does not say ')
    case 'rareCancer':
      return text.replace(/^a rare/u, 'no rare')
    case 'age':
    case 'sex':
    case 'stage':
    case 'bestResponse':
    case 'ps':
    case 'score':
    case 'infection':
    case 'childbearingPotential':
    case 'interval':
    case 'centralReview':
      return `not ${text}`
  }
}
