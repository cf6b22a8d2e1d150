import { biomarkerResults, biomarkerUnits } from './biomarker-results.ts'
import { geneSymbol } from './gene-symbol.ts'
import { fault, type ItemFault } from './item-fault.ts'
import type { NewBiomarker } from './new-patient-item.ts'
import { isNoChange, plainProteinChange } from './protein-change.ts'
import { plainResult } from './recorded-word.ts'

/** Whether the test names what it tested, in words and notation that can be compared with what trials ask. */
export function checkNewBiomarker(item: NewBiomarker): readonly ItemFault[] {
  return [
    ...subjectFaults(item),
    ...resultFaults(item),
    ...changeFaults(item),
    ...scoreFaults(item),
    ...contradictionFaults(item),
  ]
}

const geneCounts: Readonly<Record<NewBiomarker['type'], readonly [number, number]>> = {
  variant: [1, 1],
  fusion: [1, 2],
  cna: [1, 1],
  hla: [1, 1],
  ihc: [0, 0],
  msi: [0, 0],
  mmr: [0, 0],
  tmb: [0, 0],
}

function subjectFaults({ type, genes, marker, allele, result }: NewBiomarker): readonly ItemFault[] {
  const [least, most] = geneCounts[type]
  if (genes.length < least || genes.length > most) {
    const asked = most === 0 ? 'no gene' : least === most ? 'one gene' : 'one gene or two'
    return fault('/genes', `This test names ${asked}, and ${genes.length} were given`)
  }
  if (genes.includes('*') && (type !== 'fusion' || result === 'present')) {
    return fault('/genes', 'Any gene ("*") can only be named where no fusion was found: name the gene')
  }
  const [one, other] = genes.map(geneSymbol)
  if (type === 'fusion' && one !== undefined && one !== '*' && one === other) {
    return fault('/genes', `A fusion joins two genes, and both are ${one}: name the partner, or ${one} alone`)
  }
  if (type === 'ihc' && marker === null)
    return fault('/marker', 'The stained protein is missing: name it, such as HER2')
  if (type === 'hla' && (allele === null || !/^\d{2,3}(?::\d{2,3}){0,3}$/u.test(allele))) {
    return fault('/allele', 'The allele cannot be read: give it as 02:01')
  }
  return []
}

function resultFaults({ type, result }: NewBiomarker): readonly ItemFault[] {
  const known = biomarkerResults[type].map(({ value }) => value)
  return known.includes(result) ? [] : fault('/result', `"${result}" is not one of ${known.join(', ')}`)
}

/** Three-letter amino acid and place, such as Val600, or p.? where the report does not say. */
function changeFaults({ type, hgvsP, result }: NewBiomarker): readonly ItemFault[] {
  if (hgvsP === null) return []
  if (type !== 'variant') return fault('/hgvsP', 'Only a variant has a protein change: leave it out')
  const change = plainProteinChange(hgvsP)
  if (isNoChange(hgvsP) && plainResult(result) === 'present') {
    const remedy = 'give the change that was found, or record that none was found and leave this empty'
    return fault('/hgvsP', `"${hgvsP}" leaves the protein as it is, so nothing was found: ${remedy}`)
  }
  return change === '?' || /^[A-Z][a-z]{2}\d+/u.test(change)
    ? []
    : fault('/hgvsP', `"${hgvsP}" is not a protein change: give it as p.Val600Glu or V600E`)
}

function scoreFaults({ type, value, unit, result }: NewBiomarker): readonly ItemFault[] {
  const scores = biomarkerUnits[type] ?? {}
  if (value === null) {
    if (unit !== null) return fault('/value', `A unit (${unit}) was given without a value: give both or neither`)
    return type === 'tmb' && result === 'reported' ? fault('/value', 'The number of mutations is missing') : []
  }
  const limits = unit === null ? undefined : scores[unit]
  if (limits === undefined) {
    const known = Object.keys(scores)
    return known.length === 0
      ? fault('/value', 'This test has no number: leave it out')
      : fault('/unit', `The unit must be one of ${known.join(', ')}`)
  }
  const [min, max] = limits
  return value >= min && value <= max
    ? []
    : fault('/value', `${value} cannot be right: plausible is ${min} to ${max} ${unit}`)
}

/** A stain that is there has a score, one that is absent has none. */
function contradictionFaults({ type, value, unit, result }: NewBiomarker): readonly ItemFault[] {
  const word = plainResult(result)
  if (type !== 'ihc' || value === null || value < 0 || unit === null) return []
  if (word !== (value > 0 ? 'absent' : 'present')) return []
  const score = value > 0 ? '0' : 'more than 0'
  return fault(
    '/result',
    `"${result}" and a score of ${value} ${unit} contradict each other: correct the result, or the score to ${score}`,
  )
}
