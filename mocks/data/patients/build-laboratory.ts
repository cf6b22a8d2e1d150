import type { Observation } from '#domain/eligibility/patient-record.ts'
import type { SeededRandom } from '../random/seeded-random.ts'
import { type Analyte, analytesFor } from './laboratory-values.ts'
import type { Physique } from './physique.ts'
import type { PatientPlan } from './plan-patient.ts'
import { bedside } from './planned-finding.ts'
import type { RowMaker } from './row-maker.ts'

/** Blood tests with weight and height: the last set, and for well-kept records the one before. */
export function buildLaboratory(
  plan: PatientPlan,
  physique: Physique,
  rows: RowMaker,
  random: SeededRandom,
): readonly Observation[] {
  const { completeness } = plan
  if (random.chance(completeness.noLaboratory)) return []
  const daysAgo = random.integer(...completeness.laboratoryDaysAgo)
  const analytes = analytesFor(plan, physique)
  const hasBefore = completeness.level !== 'sparse' && random.chance(0.6)
  const setsDaysAgo = hasBefore ? [daysAgo + random.integer(18, 35), daysAgo] : [daysAgo]
  const results = setsDaysAgo.flatMap((day) =>
    analytes
      .filter(({ isOptional }) => completeness.level === 'thorough' || !isOptional || random.chance(0.6))
      .map((analyte) => result(analyte, day, plan, rows, random)),
  )
  return [...results, ...bodySize(physique, daysAgo, rows, random)]
}

function result(
  analyte: Analyte,
  daysAgo: number,
  plan: PatientPlan,
  rows: RowMaker,
  random: SeededRandom,
): Observation {
  const value = random.decimal(analyte.from, analyte.to, analyte.decimals)
  const row = rows.observation(
    { kind: 'lab', code: analyte.code, value, unit: analyte.unit, daysAgo },
    'Laboratory system',
  )
  if (!plan.hasReferenceLimits) return row
  return { ...row, lowerLimit: analyte.limits[0], upperLimit: analyte.limits[1] }
}

function bodySize(
  { ageYears, sex }: Physique,
  daysAgo: number,
  rows: RowMaker,
  random: SeededRandom,
): readonly Observation[] {
  const adult = sex === 'male' ? man : woman
  const size = ageYears >= 16 ? adult : childOf(ageYears)
  const height = random.decimal(...size.centimetres, 0)
  const weight = random.decimal(...size.kilograms, 1)
  return [
    rows.observation(bedside('height', height, 'cm', daysAgo), 'Nursing assessment'),
    rows.observation(bedside('weight', weight, 'kg', daysAgo), 'Nursing assessment'),
  ]
}

interface BodySize {
  readonly centimetres: readonly [number, number]
  readonly kilograms: readonly [number, number]
}

const man: BodySize = { centimetres: [166, 188], kilograms: [64, 102] }
const woman: BodySize = { centimetres: [153, 174], kilograms: [52, 88] }

/** Good enough for children from 1 to 15 years. */
function childOf(ageYears: number): BodySize {
  return {
    centimetres: [72 + ageYears * 6, 82 + ageYears * 6],
    kilograms: [8 + ageYears * 2.6, 11 + ageYears * 3],
  }
}
