import { geneSymbol } from '../gene-symbol.ts'
import type { BiomarkerLeaf } from '../leaf.ts'
import type { BiomarkerFact } from '../patient-facts.ts'
import { plainResult } from '../recorded-word.ts'
import type { Tri } from '../tri.ts'

/** Two partners without an order; "*" is any. */
export type Pair = readonly [string, string]

/** The pairs that are asked for: "|" separates alternatives. */
export function pairsAsked({ genes }: BiomarkerLeaf): readonly Pair[] {
  const [ones = [], others = []] = (genes ?? ['*', '*']).map((names) => names.split('|').map(geneSymbol))
  return ones.flatMap((one) => others.map((other): Pair => [one, other]))
}

/** What one test says of a pair. */
export function judgeFusion(pair: Pair, { genes, result }: BiomarkerFact): Tri {
  if (plainResult(result) === 'present' && shows(genes, pair)) return 'met'
  return plainResult(result) === 'absent' && rulesOut(genes, pair) ? 'notMet' : 'unknown'
}

/** Whether a report that found nothing of the genes `absent` denies the fusion of the genes `found`. */
export function isFusionRuledOut([one, other = '*']: readonly string[], absent: readonly string[]): boolean {
  return one !== undefined && rulesOut(absent, [one, other])
}

/** A break-apart test names one gene and shows a fusion with whatever partner. */
function shows(genes: readonly string[], [one, other]: Pair): boolean {
  const [found, partner = '*'] = genes
  if (found === undefined) return false
  const fits = (asked: string, gene: string) => asked === '*' || asked === gene
  return (fits(one, found) && fits(other, partner)) || (fits(other, found) && fits(one, partner))
}

/** A negative test of one gene, or of a gene with any partner, rules out each of its fusions; one of a pair only that pair. */
function rulesOut(genes: readonly string[], pair: Pair): boolean {
  const named = genes.filter((gene) => gene !== '*')
  const asked = pair.filter((gene) => gene !== '*')
  if (named.length === 0) return genes.includes('*')
  return named.every((gene) => asked.includes(gene))
}
