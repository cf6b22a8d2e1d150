import type { BiomarkerLeaf } from '../leaf.ts'
import type { BiomarkerFact } from '../patient-facts.ts'
import { plainResult } from '../recorded-word.ts'
import type { BiomarkerAnswer } from './biomarker-answer.ts'

/**
 * The answer of the fusion tests, or null where no test covers the question. Partners are unordered, "*" is any partner
 * and "|" separates alternatives: absence needs a negative test of every alternative.
 */
export function coverOfFusion(leaf: BiomarkerLeaf, tests: readonly BiomarkerFact[]): BiomarkerAnswer | null {
  const [first = '*', second = '*'] = leaf.genes ?? []
  const pairs = first.split('|').flatMap((one) => second.split('|').map((other): Pair => [one, other]))
  const answers = pairs.map((pair) => latestAnswer(pair, tests))
  const found = answers.find((answer) => answer?.verdict === 'met')
  if (found) return found
  return answers.includes(null) ? null : (answers[0] ?? null)
}

type Pair = readonly [string, string]

function latestAnswer(pair: Pair, tests: readonly BiomarkerFact[]): BiomarkerAnswer | null {
  for (const test of tests) {
    const result = plainResult(test.result)
    if (result === 'present' && shows(test.genes, pair)) return { test, verdict: 'met' }
    if (result === 'absent' && rulesOut(test.genes, pair)) return { test, verdict: 'notMet' }
  }
  return null
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
