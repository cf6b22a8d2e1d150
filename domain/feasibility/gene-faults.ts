import { type CriterionFault, fault } from '../eligibility/check-fields.ts'
import { geneLike, isKnownGene } from '../eligibility/known-gene.ts'

/**
 * The genes in a rule that nobody knows, each at its node. A mistyped gene would be asked of everybody and found in nobody,
 * so that every patient would need data: such a number misleads.
 */
export function geneFaults(rule: unknown, pointer: string): readonly CriterionFault[] {
  if (Array.isArray(rule)) return rule.flatMap((each, index) => geneFaults(each, `${pointer}/${index}`))
  if (typeof rule !== 'object' || rule === null) return []
  return Object.entries(rule).flatMap(([name, value]) => {
    const place = `${pointer}/${name}`
    if (name === 'gene') return unknownGenes(value, place)
    if (name === 'genes' && Array.isArray(value)) {
      return value.flatMap((each, index) => unknownGenes(each, `${place}/${index}`))
    }
    return geneFaults(value, place)
  })
}

/** Alternatives stand with "|" between them. */
function unknownGenes(written: unknown, pointer: string): readonly CriterionFault[] {
  if (typeof written !== 'string') return []
  const names = written.split('|').map((name) => name.trim())
  return names
    .filter((name) => !isKnownGene(name))
    .map((name) => fault(pointer, `"${name}" is no known gene`, remedy(name)))
}

function remedy(name: string): string {
  const like = geneLike(name)
  const otherwise = 'leave the rule out, so that the text is read by a person'
  return like === null
    ? `Give the HGNC symbol, such as "BRAF"; for a gene that this service does not know, ${otherwise}`
    : `Write "${like}" if that is meant; for a gene that this service does not know, ${otherwise}`
}
