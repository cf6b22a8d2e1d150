import type { BiomarkerFact } from '../patient-facts.ts'
import { plainProteinChange } from '../protein-change.ts'
import { plainResult } from '../recorded-word.ts'
import { stainedProtein } from '../stained-protein.ts'
import { isSameOrFinerAllele } from './allele.ts'
import { isFusionRuledOut } from './fusion-cover.ts'
import { uncertainResults } from './test-result.ts'

/**
 * A test that says the opposite of this one and is not overruled by its date, or null. Of one day: a change, fusion or
 * allele that one report found and another denies, by name or as part of what it found nothing of; of other tests, two
 * different words. Of different days: the same, where the earlier one found what a tumour does not lose by being tested
 * again, because another sample may not hold it. What is found later counts, and so does what is measured of a stain or a
 * burden, which can change. What names different changes is no opposite, nor is a word that leaves the question open.
 * Numbers are not compared here: two that differ are opposites only where they answer a question differently (see
 * `latestAnswer`). `tests` are valid ones.
 */
export function oppositeTest(test: BiomarkerFact, tests: readonly BiomarkerFact[]): BiomarkerFact | null {
  return tests.find((other) => areOpposites(test, other)) ?? null
}

function areOpposites(one: BiomarkerFact, other: BiomarkerFact): boolean {
  if (one.type !== other.type) return false
  if (one.reportedOn === other.reportedOn) return areOppositesOfOneDay(one, other)
  return one.reportedOn < other.reportedOn ? isDeniedLater(one, other) : isDeniedLater(other, one)
}

function areOppositesOfOneDay(one: BiomarkerFact, other: BiomarkerFact): boolean {
  switch (one.type) {
    case 'variant':
    case 'fusion':
    case 'hla':
      return isDenied(one, other) || isDenied(other, one)
    case 'cna':
      return sharesGene(one, other) && areOtherWords(one, other)
    case 'ihc':
      return isSameMarker(one, other) && areOtherWords(one, other)
    case 'msi':
    case 'mmr':
      return areOtherWords(one, other)
    case 'tmb':
      return false
  }
}

function isDeniedLater(earlier: BiomarkerFact, later: BiomarkerFact): boolean {
  switch (earlier.type) {
    case 'variant':
    case 'fusion':
      return isDenied(earlier, later)
    case 'hla':
      // It is inherited: what is found later was there before.
      return isDenied(earlier, later) || isDenied(later, earlier)
    case 'cna':
    case 'msi':
    case 'mmr':
      return foundWords.includes(plainResult(earlier.result)) && areOppositesOfOneDay(earlier, later)
    case 'ihc':
    case 'tmb':
      return false
  }
}

/** Of tests that answer in words of their own: what is then there. */
const foundWords: readonly string[] = ['present', 'amplified', 'msi-h', 'dmmr']

/** Whether the second found nothing of what the first found. */
function isDenied(found: BiomarkerFact, absent: BiomarkerFact): boolean {
  if (plainResult(found.result) !== 'present' || plainResult(absent.result) !== 'absent') return false
  if (found.type === 'fusion') return isFusionRuledOut(found.genes, absent.genes)
  if (!sharesGene(found, absent)) return false
  if (found.type === 'hla')
    return found.allele !== null && absent.allele !== null && isSameOrFinerAllele(found.allele, absent.allele)
  return absent.hgvsP === null || (found.hgvsP !== null && isSameChange(absent.hgvsP, found.hgvsP))
}

/** Of two reports a "*" is a stop codon in either, and never any change at that place. */
function isSameChange(one: string, other: string): boolean {
  return plainProteinChange(one) === plainProteinChange(other)
}

function areOtherWords(one: BiomarkerFact, other: BiomarkerFact): boolean {
  const words = [plainResult(one.result), plainResult(other.result)]
  return words[0] !== words[1] && !words.some((word) => uncertainResults.includes(word))
}

function sharesGene(one: BiomarkerFact, other: BiomarkerFact): boolean {
  return one.genes.some((gene) => other.genes.includes(gene))
}

function isSameMarker({ marker: one }: BiomarkerFact, { marker: other }: BiomarkerFact): boolean {
  return one !== null && other !== null && stainedProtein(one) === stainedProtein(other)
}
