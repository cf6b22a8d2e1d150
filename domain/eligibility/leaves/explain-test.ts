import { displayDate } from '../../identity/date-words.ts'
import { displayValue } from '../explain-reading.ts'
import { unitSuffix } from '../fact-name.ts'
import type { BiomarkerLeaf } from '../leaf.ts'
import type { BiomarkerFact } from '../patient-facts.ts'
import { changesProtein, isSamePlace, whyNoSubstitution } from '../protein-change.ts'
import { plainResult } from '../recorded-word.ts'
import { pairsAsked } from './fusion-cover.ts'

/** "AR (immunohistochemistry): 8 IRS on 03-Aug-2026 (Pathology)". */
export function explainTest(name: string, test: BiomarkerFact): string {
  const result = describeTest(test)
  return result.startsWith(`${name} `) ? `${name}:${result.slice(name.length)}` : `${name}: ${result}`
}

/** Of one day, or of what never changes, one report must be wrong; else both can be right, and somebody must weigh them. */
export function explainOpposites(name: string, one: BiomarkerFact, other: BiomarkerFact): string {
  const remedy = 'correct or take back the wrong one'
  if (one.reportedOn === other.reportedOn || one.type === 'hla')
    return `${explainTest(name, one)} cannot be true beside ${describeTest(other)}: ${remedy}`
  const [found, denied] = one.reportedOn < other.reportedOn ? [one, other] : [other, one]
  const words = `${explainTest(name, denied)} does not undo ${describeTest(found)}`
  return `${words}: give a verdict as a clinician, or ${remedy}`
}

/** "BRAF V600E present on 03-Aug-2026 (Pathology)". */
function describeTest(test: BiomarkerFact): string {
  const value = test.value === null ? displayValue(test.result) : `${displayValue(test.value)}${unitSuffix(test.unit)}`
  const found = [genesText(test.genes), test.hgvsP ?? test.allele ?? ''].filter((part) => part !== '').join(' ')
  return `${found === '' ? '' : `${found} `}${value} on ${displayDate(test.reportedOn)} (${test.source})`
}

/** "DNAJB1-PRKACA", "NTRK1 with any partner", and of a panel "any gene". */
function genesText(genes: readonly string[]): string {
  const named = genes.filter((gene) => gene !== '*')
  const hasAny = named.length < genes.length
  if (named.length === 0) return hasAny ? 'any gene' : ''
  return `${named.join('-')}${hasAny ? ' with any partner' : ''}`
}

/**
 * "BRAF V600E: neither found nor ruled out; reported: BRAF V600K present on 03-Aug-2026 (Pathology)": what tests of the
 * same gene gave, where they do not answer. A few of many stand for all.
 */
export function explainUnanswered(leaf: BiomarkerLeaf, name: string, tests: readonly BiomarkerFact[]): string {
  const shown = tests.slice(0, mostShown).map((test) => `${describeTest(test)}${whyOpen(leaf, test)}`)
  const more = tests.length > mostShown ? [`${tests.length - mostShown} more`] : []
  return `${name}: neither found nor ruled out; reported: ${[...shown, ...more].join('; ')}`
}

const mostShown = 2

/** ", which leaves the protein as it is": why a change that was found is not the one asked for, where that is not plain. */
function whyOpen({ hgvsP: asked }: BiomarkerLeaf, { type, hgvsP: found, result }: BiomarkerFact): string {
  if (type !== 'variant' || found === null || plainResult(result) !== 'present') return ''
  const isAtPlace = asked?.endsWith('*') === true && isSamePlace(asked, found)
  const why = isAtPlace || !changesProtein(found) ? whyNoSubstitution(found) : null
  return why === null ? '' : `, ${why}`
}

/** Whether a test that does not answer is of what is asked all the same: a fusion of other genes is not. */
export function isOfAskedGenes(leaf: BiomarkerLeaf, test: BiomarkerFact): boolean {
  if (leaf.type !== 'fusion') return true
  const named = test.genes.filter((gene) => gene !== '*')
  const asked = pairsAsked(leaf).flat()
  return named.length === 0 || named.some((gene) => asked.includes(gene))
}
