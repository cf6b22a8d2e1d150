import type { Biomarker } from '#domain/eligibility/patient-record.ts'
import type { SeededRandom } from '../random/seeded-random.ts'
import { usualBiomarkers } from './biomarker-panel.ts'
import type { PlannedBiomarker } from './clinical-story.ts'
import type { PatientPlan } from './plan-patient.ts'
import type { RowMaker } from './row-maker.ts'

/**
 * Results of tumour and germline tests; nothing at all where the patient was not tested. The first of them is reported
 * some days after the cancer was found, because what is tested was taken then.
 */
export function buildBiomarkers(
  plan: PatientPlan,
  diagnosedDaysAgo: number,
  rows: RowMaker,
  random: SeededRandom,
): readonly Biomarker[] {
  if (!plan.isGenomicsTested) return []
  const daysAgo = Math.max(1, Math.min(random.integer(15, 240), diagnosedDaysAgo - daysToReport))
  const isFailed = plan.completeness.level !== 'thorough' && random.chance(0.06)
  const ofStory = plan.story.biomarkers
  const ofPanel = usualBiomarkers(plan.profile, random).filter(
    (test) => !ofStory.some((told) => isSameTest(told, test)),
  )
  return [...ofStory, ...ofPanel].map((planned) => ({
    ...rows.provenance(planned.type === 'ihc' ? 'Pathology report' : 'Genomic laboratory report', daysAgo),
    type: planned.type,
    genes: planned.genes,
    marker: planned.marker ?? null,
    hgvsP: isFailed ? null : (planned.hgvsP ?? null),
    allele: planned.allele ?? null,
    result: isFailed && planned.type !== 'ihc' ? 'failed' : planned.result,
    value: isFailed ? null : (planned.value ?? null),
    unit: planned.unit ?? null,
    isCentralReview: planned.isCentralReview ?? false,
    reportedOn: rows.on(daysAgo),
  }))
}

const daysToReport = 7

/** What the story tells of a gene or marker stands instead of chance. */
function isSameTest(told: PlannedBiomarker, test: PlannedBiomarker): boolean {
  if (told.type !== test.type) return false
  return told.marker === test.marker && test.genes.every((gene) => gene === '*' || told.genes.includes(gene))
}
