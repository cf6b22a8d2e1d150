import { plainAllele } from '#domain/eligibility/leaves/allele.ts'
import { oppositeTest } from '#domain/eligibility/leaves/opposite-test.ts'
import { isFailed } from '#domain/eligibility/leaves/test-result.ts'
import type { BiomarkerFact, PatientFacts } from '#domain/eligibility/patient-facts.ts'
import { changesProtein, plainProteinChange, substitutedPlace } from '#domain/eligibility/protein-change.ts'
import { plainResult } from '#domain/eligibility/recorded-word.ts'
import { stainedProtein } from '#domain/eligibility/stained-protein.ts'
import type { BiomarkerEntry } from '../database/tables/screening-documents.ts'
import { comparableMeasure } from './comparable-measure.ts'

/** Every test in comparable words, latest first, for questions that `biomarkerAnswers` has no answer to. */
export function biomarkerEntries(facts: PatientFacts): readonly BiomarkerEntry[] {
  const valid = facts.biomarkers.filter((test) => !isFailed(test))
  const central = valid.filter(({ isCentralReview }) => isCentralReview)
  return facts.biomarkers.map((test, place) => ({
    place,
    day: test.reportedOn,
    is_opposed: oppositeTest(test, valid) !== null,
    is_opposed_centrally: oppositeTest(test, central) !== null,
    type: test.type,
    genes: test.genes,
    named_genes: test.genes.filter((gene) => gene !== '*'),
    marker: test.marker === null ? null : stainedProtein(test.marker),
    change: test.hgvsP === null ? null : plainProteinChange(test.hgvsP),
    changes_protein: test.hgvsP === null || changesProtein(test.hgvsP),
    substituted_place: test.hgvsP === null ? null : substitutedPlace(test.hgvsP),
    allele: test.allele === null ? null : plainAllele(test.allele),
    result: plainResult(test.result),
    is_failed: isFailed(test),
    is_central: test.isCentralReview,
    ...measureOf(test),
    plain: test.value,
  }))
}

function measureOf({ value, unit }: BiomarkerFact): { readonly number: number | null; readonly unit: string | null } {
  if (value === null || unit === null) return { number: value, unit: null }
  return comparableMeasure(value, unit)
}
