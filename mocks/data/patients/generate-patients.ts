import type { PatientRecord } from '#domain/eligibility/patient-record.ts'
import { addDays, addMonths, type CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationPatient } from '../demonstration-data.ts'
import { type SeededRandom, seededRandom } from '../random/seeded-random.ts'
import { buildAssertions, buildBackground } from './build-background.ts'
import { buildBiomarkers } from './build-biomarkers.ts'
import { buildDiagnoses } from './build-diagnoses.ts'
import { buildDiseaseFindings } from './build-disease-findings.ts'
import { buildIdentity } from './build-identity.ts'
import { buildLaboratory } from './build-laboratory.ts'
import { buildPerformanceStatus } from './build-performance-status.ts'
import { buildTravelLimit } from './build-travel-limit.ts'
import { buildTreatments, firstTreatmentDaysAgo } from './build-treatments.ts'
import type { Physique } from './physique.ts'
import { type PatientPlan, planPatient } from './plan-patient.ts'
import { rowMaker } from './row-maker.ts'

/**
 * Invented patients, one at a time, so that a large caseload never stands in memory as a whole. The patient at an index
 * is the same whatever the count and wherever the row of them begins (`from`, 0 unless told). Throws RangeError beyond 900,000, where the demonstration NHS numbers end.
 */
export function* generatePatients(
  seed: number,
  asOf: CalendarDate,
  count: number,
  from = 0,
): Generator<DemonstrationPatient> {
  for (let index = from; index < from + count; index += 1) yield generatePatient(seed, asOf, index)
}

/** The patient with this index, from 0. */
export function generatePatient(seed: number, asOf: CalendarDate, index: number): DemonstrationPatient {
  const plan = planPatient(seed, index)
  const random = seededRandom(`${seed}/record/${index}`)
  const physique = physiqueOf(plan, random)
  const bornOn = addDays(addMonths(asOf, -12 * physique.ageYears), -random.integer(1, 360))
  const identity = buildIdentity(seed, plan, physique, random)
  const record = buildRecord(plan, physique, bornOn, asOf, random)
  const travelLimit = buildTravelLimit(`${seed}/${index}`, record)
  return { ...identity, record: { ...record, observations: [...record.observations, ...travelLimit] }, wishEvents: [] }
}

function buildRecord(
  plan: PatientPlan,
  physique: Physique,
  bornOn: CalendarDate,
  asOf: CalendarDate,
  random: SeededRandom,
): PatientRecord {
  const rows = rowMaker(plan.patientId, asOf)
  const shiftDays = random.integer(...plan.completeness.storyShiftDays)
  const firstEvent = Math.max(firstTreatmentDaysAgo(plan, shiftDays), plan.story.status.daysAgo + shiftDays)
  const diagnosedDaysAgo = firstEvent + random.integer(8, 40)
  const isDead = plan.completeness.level === 'sparse' && random.chance(0.08)
  return {
    patientId: plan.patientId,
    bornOn,
    sex: physique.sex,
    diedOn: isDead ? rows.on(random.integer(1, 8)) : null,
    diagnoses: buildDiagnoses(plan, diagnosedDaysAgo, rows, random),
    observations: [
      ...buildDiseaseFindings(plan, shiftDays, diagnosedDaysAgo, rows, random),
      ...buildPerformanceStatus(plan, physique, rows, random),
      ...buildLaboratory(plan, physique, rows, random),
      ...buildBackground(plan, physique, rows, random),
    ],
    treatments: buildTreatments(plan, shiftDays, rows, random),
    biomarkers: buildBiomarkers(plan, diagnosedDaysAgo, rows, random),
    assertions: buildAssertions(plan, rows, random),
    researchWishes: [],
    isSensitive: false,
  }
}

function physiqueOf({ profile, story }: PatientPlan, random: SeededRandom): Physique {
  const [youngest, oldest] = story.ageYears ?? profile.ageYears
  // The mean of two throws: most patients are of middle age for their cancer.
  const place = (random.next() + random.next()) / 2
  return {
    ageYears: Math.floor(youngest + place * (oldest - youngest + 1)),
    sex: random.chance(profile.maleShare) ? 'male' : 'female',
  }
}
