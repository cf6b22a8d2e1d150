import type { Diagnosis } from '#domain/eligibility/patient-record.ts'
import type { SeededRandom } from '../random/seeded-random.ts'
import type { PatientPlan } from './plan-patient.ts'
import type { RowMaker, Source } from './row-maker.ts'

/** The index cancer, sometimes with the first report it corrects, and now and then an earlier cancer. */
export function buildDiagnoses(
  plan: PatientPlan,
  diagnosedDaysAgo: number,
  rows: RowMaker,
  random: SeededRandom,
): readonly Diagnosis[] {
  const codes = plan.profile.codes
  const diagnosedOn = partly(rows.on(diagnosedDaysAgo), random)
  const row = (source: Source, daysAgo: number, content: Partial<Diagnosis>, replaces?: string): Diagnosis => ({
    ...rows.provenance(source, daysAgo, replaces),
    diagnosedOn,
    icd10: null,
    topography: null,
    morphology: null,
    morphologySystem: null,
    basis: null,
    laterality: null,
    isIndex: true,
    ...content,
  })
  if (codes === null) return [row('Clinic letter', diagnosedDaysAgo, {})]

  const topography = random.pick(codes.topography)
  const morphology = storyMorphology(plan) ?? random.pick(codes.morphology)
  const coded = { icd10: codes.icd10, topography, basis: basisOf(plan, random), morphologySystem: 'icd-o-3' } as const
  const unspecified = { ...coded, morphology: codes.unspecified }
  const earlier = earlierCancer(plan, diagnosedDaysAgo, row, rows, random)
  if (plan.isMorphologyUnspecified) return [row('MDT proforma', diagnosedDaysAgo, unspecified), ...earlier]
  if (!random.chance(0.06)) return [row('Pathology report', diagnosedDaysAgo, { ...coded, morphology }), ...earlier]
  const first = row('MDT proforma', diagnosedDaysAgo, unspecified)
  const corrected = row('Pathology report', Math.max(1, diagnosedDaysAgo - 9), { ...coded, morphology }, first.id)
  return [first, corrected, ...earlier]
}

function storyMorphology({ story, profile }: PatientPlan): string | undefined {
  return profile.cancerTypeId === null ? undefined : story.morphology?.[profile.cancerTypeId]
}

function basisOf({ completeness }: PatientPlan, random: SeededRandom): Diagnosis['basis'] {
  const place = random.next()
  if (completeness.level === 'thorough' || place < 0.88) return 'histology'
  return place < 0.93 ? 'cytology' : place < 0.97 ? 'clinical' : null
}

function earlierCancer(
  { completeness }: PatientPlan,
  diagnosedDaysAgo: number,
  row: (source: Source, daysAgo: number, content: Partial<Diagnosis>) => Diagnosis,
  rows: RowMaker,
  random: SeededRandom,
): readonly Diagnosis[] {
  const yearsBefore = random.integer(6, 15)
  if (completeness.level === 'thorough' || !random.chance(0.04)) return []
  return [
    row('Clinic letter', diagnosedDaysAgo, {
      diagnosedOn: rows.on(diagnosedDaysAgo + yearsBefore * 365).slice(0, 4),
      icd10: 'C50.9',
      topography: 'C50.9',
      morphology: '8500/3',
      morphologySystem: 'icd-o-3',
      basis: 'histology',
      isIndex: false,
    }),
  ]
}

/** Older letters often give only the month. */
function partly(date: string, random: SeededRandom): string {
  return random.chance(0.06) ? date.slice(0, 7) : date
}
