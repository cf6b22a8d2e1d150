import type { Observation } from '#domain/eligibility/patient-record.ts'
import type { SeededRandom } from '../random/seeded-random.ts'
import type { Physique } from './physique.ts'
import type { PatientPlan } from './plan-patient.ts'
import type { RowMaker } from './row-maker.ts'

/** ECOG from 16 years, Lansky below; two readings where the clinic keeps asking. */
export function buildPerformanceStatus(
  plan: PatientPlan,
  { ageYears }: Physique,
  rows: RowMaker,
  random: SeededRandom,
): readonly Observation[] {
  if (plan.performanceStatus === 'missing') return []
  const daysAgo = plan.performanceStatus === 'recent' ? random.integer(1, 22) : random.integer(29, 160)
  const grade = gradeOf(plan, random)
  const isChild = ageYears < 16
  const reading = (day: number, ecog: number) =>
    rows.observation(
      {
        kind: 'performance-status',
        code: isChild ? 'Lansky' : 'ECOG',
        value: isChild ? 100 - ecog * 20 : ecog,
        daysAgo: day,
      },
      'Clinic letter',
    )
  const before = random.chance(0.5) ? [reading(daysAgo + random.integer(40, 120), Math.max(0, grade - 1))] : []
  return [...before, reading(daysAgo, grade)]
}

function gradeOf({ twist, story }: PatientPlan, random: SeededRandom): number {
  const place = random.next()
  if (twist === 'hard') return place < 0.75 ? 3 : 4
  if (story.fits !== null) return place < 0.45 ? 0 : 1
  return place < 0.3 ? 0 : place < 0.7 ? 1 : place < 0.88 ? 2 : 3
}
