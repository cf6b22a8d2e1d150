import { geneSymbol } from '#domain/eligibility/gene-symbol.ts'
import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { evaluateBiomarker } from '#domain/eligibility/leaves/evaluate-biomarker.ts'
import { uncertainResults } from '#domain/eligibility/leaves/test-result.ts'
import type { BiomarkerFact, PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { plainProteinChange } from '#domain/eligibility/protein-change.ts'
import { plainResult } from '#domain/eligibility/recorded-word.ts'
import { stainedProtein } from '#domain/eligibility/stained-protein.ts'

/**
 * What the tests say, by question: the word of the test that decides, or "present" and "absent" of a variant. The
 * evaluator of criteria is asked, so that the order of tests, failed samples and wild cards count as they do there.
 * Where the tests that decide contradict each other that is the answer. A question that no valid test answers has none.
 */
export function biomarkerAnswers(facts: PatientFacts): Record<string, string> {
  const answers = facts.biomarkers.flatMap((test) => [...wordAnswers(test, facts), ...variantAnswers(test, facts)])
  return Object.fromEntries(answers)
}

/** The kinds of test whose answer is one word about one subject. */
export function subjectOf(leaf: Pick<BiomarkerLeaf, 'type' | 'gene' | 'marker'>): string | null {
  switch (leaf.type) {
    case 'msi':
    case 'mmr':
      return leaf.gene === undefined && leaf.marker === undefined ? '' : null
    case 'cna':
    case 'variant':
      return leaf.marker === undefined && leaf.gene !== undefined ? geneSymbol(leaf.gene) : null
    case 'ihc':
      return leaf.gene === undefined && leaf.marker !== undefined ? stainedProtein(leaf.marker) : null
    case 'fusion':
    case 'hla':
    case 'tmb':
    case 'rareInCommon':
      return null
  }
}

/**
 * Of a variant, `change` is a protein change, or a place with "*" for any change there; left out, any change at all.
 * `null` answers for every change that no test names: only a test of the whole gene can rule it out.
 */
export function answerKey(type: BiomarkerLeaf['type'], subject: string, change: string | null = ''): string {
  return JSON.stringify([type, subject, change])
}

/** The residue that a change is at: "Val600Glu" → "Val600". Null for what is written otherwise. */
export function placeOf(change: string): string | null {
  return /^[A-Z][a-z]{2}\d+/u.exec(change)?.[0] ?? null
}

/** Stands for an answer where the tests of the deciding day say opposite things. */
export const contradictory = 'contradictory'

type Answer = readonly [key: string, answer: string]

function wordAnswers({ type, genes, marker, result }: BiomarkerFact, facts: PatientFacts): Answer[] {
  const word = plainResult(result)
  if (type === 'variant' || uncertainResults.includes(word)) return []
  const subjects =
    type === 'ihc' ? (marker === null ? [] : [{ marker }]) : type === 'cna' ? genes.map((gene) => ({ gene })) : [{}]
  return subjects.flatMap((asked) => {
    const leaf: BiomarkerLeaf = { op: 'biomarker', type, ...asked, result: word }
    const subject = subjectOf(leaf)
    const answer = subject === null ? null : answerOf(leaf, facts, word)
    // What another test says is the answer of that test.
    return subject === null || answer === null || answer === otherWord ? [] : [[answerKey(type, subject), answer]]
  })
}

const otherWord = 'another word'

function variantAnswers({ type, genes, hgvsP }: BiomarkerFact, facts: PatientFacts): Answer[] {
  if (type !== 'variant') return []
  const change = hgvsP === null ? '' : plainProteinChange(hgvsP)
  const place = placeOf(change)
  return genes.flatMap((gene) => [
    ...variantAnswer(gene, '', undefined, facts),
    ...variantAnswer(gene, null, namedByNoTest, facts),
    ...(change === '' ? [] : variantAnswer(gene, change, change, facts)),
    ...(place === null ? [] : variantAnswer(gene, `${place}*`, `${place}*`, facts)),
  ])
}

/** Stands for every change that no test names. */
const namedByNoTest = 'unnamed'

function variantAnswer(gene: string, change: string | null, hgvsP: string | undefined, facts: PatientFacts): Answer[] {
  const asked: BiomarkerLeaf = { op: 'biomarker', type: 'variant', gene, result: 'present' }
  const answer = answerOf(hgvsP === undefined ? asked : { ...asked, hgvsP }, facts, 'present', 'absent')
  return answer === null ? [] : [[answerKey('variant', gene, change), answer]]
}

/** One word where the question is met, another where it is not; null where no test answers it. */
function answerOf(leaf: BiomarkerLeaf, facts: PatientFacts, whenMet: string, whenNot = otherWord): string | null {
  const { verdict, reason } = evaluateBiomarker(leaf, facts)
  if (verdict === 'unknown') return reason === 'contradictory' ? contradictory : null
  return verdict === 'met' ? whenMet : whenNot
}
