import type { BiomarkerLeaf } from '#domain/eligibility/leaf.ts'
import { evaluateBiomarker, uncertainResults } from '#domain/eligibility/leaves/evaluate-biomarker.ts'
import type { BiomarkerFact, PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { recordedProteinChange } from '#domain/eligibility/protein-change.ts'
import { comparableWord, plainResult } from '#domain/eligibility/recorded-word.ts'

/**
 * What the tests say, by question: the word of the test that decides, or "present" and "absent" of a variant. The
 * evaluator of criteria is asked, so that the order of tests, failed samples and wild cards count as they do there.
 * A question that no valid test answers has no entry.
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
      return leaf.marker === undefined ? (leaf.gene ?? null) : null
    case 'ihc':
      return leaf.gene === undefined && leaf.marker !== undefined ? comparableWord(leaf.marker) : null
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

type Answer = readonly [key: string, answer: string]

function wordAnswers({ type, genes, marker, result }: BiomarkerFact, facts: PatientFacts): Answer[] {
  const word = plainResult(result)
  if (type === 'variant' || uncertainResults.includes(word)) return []
  const subjects =
    type === 'ihc' ? (marker === null ? [] : [{ marker }]) : type === 'cna' ? genes.map((gene) => ({ gene })) : [{}]
  return subjects.flatMap((asked) => {
    const leaf: BiomarkerLeaf = { op: 'biomarker', type, ...asked, result: word }
    const subject = subjectOf(leaf)
    if (subject === null || evaluateBiomarker(leaf, facts).verdict !== 'met') return []
    return [[answerKey(type, subject), word] as const]
  })
}

function variantAnswers({ type, genes, hgvsP, result }: BiomarkerFact, facts: PatientFacts): Answer[] {
  if (type !== 'variant') return []
  const change = hgvsP === null ? '' : recordedProteinChange(hgvsP)
  const place = placeOf(change)
  return genes.flatMap((gene) => [
    ...variantAnswer(gene, '', undefined, facts),
    ...(change === '' ? [] : variantAnswer(gene, change, change, facts)),
    ...(place === null ? [] : variantAnswer(gene, `${place}*`, `${place}*`, facts)),
    ...(hgvsP === null && plainResult(result) === 'absent'
      ? [[answerKey('variant', gene, null), 'absent'] as const]
      : []),
  ])
}

function variantAnswer(gene: string, change: string, hgvsP: string | undefined, facts: PatientFacts): Answer[] {
  const asked: BiomarkerLeaf = { op: 'biomarker', type: 'variant', gene, result: 'present' }
  const { verdict } = evaluateBiomarker(hgvsP === undefined ? asked : { ...asked, hgvsP }, facts)
  if (verdict === 'unknown') return []
  return [[answerKey('variant', gene, change), verdict === 'met' ? 'present' : 'absent']]
}
