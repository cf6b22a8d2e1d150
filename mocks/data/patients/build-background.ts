import type { Assertion, Observation } from '#domain/eligibility/patient-record.ts'
import type { SeededRandom } from '../random/seeded-random.ts'
import type { PlannedFinding } from './clinical-story.ts'
import type { Physique } from './physique.ts'
import type { PatientPlan } from './plan-patient.ts'
import { laboratory } from './planned-finding.ts'
import type { RowMaker } from './row-maker.ts'

/** Other illnesses, medicines, infections and what bears on childbearing. */
export function buildBackground(
  plan: PatientPlan,
  physique: Physique,
  rows: RowMaker,
  random: SeededRandom,
): readonly Observation[] {
  // A patient planned to suit a trial keeps only what no trial minds.
  const isClear = plan.completeness.level === 'thorough' && plan.twist !== 'hard'
  const possible = isClear ? harmless : [...harmless, ...weighty]
  const found = possible.filter(({ share }) => random.chance(share)).map(({ finding }) => finding)
  const all = [...found, ...virology(plan, random), ...childbearing(plan, physique, random)]
  return all.map((finding) => rows.observation(finding, finding.kind === 'lab' ? 'Laboratory system' : 'Clinic letter'))
}

/** A statement for each category that somebody went through with the patient. */
export function buildAssertions(plan: PatientPlan, rows: RowMaker, random: SeededRandom): readonly Assertion[] {
  return categories
    .filter(() => !random.chance(plan.completeness.assertionMissing))
    .map((category) => {
      const daysAgo = plan.completeness.level === 'thorough' ? random.integer(1, 12) : random.integer(3, 110)
      return { ...rows.provenance('Nursing assessment', daysAgo), category, assertedOn: rows.on(daysAgo) }
    })
}

const categories: readonly Assertion['category'][] = [
  'treatment-history-complete',
  'comorbidities-reviewed',
  'medicines-reviewed',
  'infection-status-reviewed',
]

interface Background {
  readonly share: number
  readonly finding: PlannedFinding
}

const harmless: readonly Background[] = [
  { share: 0.3, finding: condition('hypertension', 900) },
  { share: 0.12, finding: condition('type-2-diabetes', 1500) },
  { share: 0.05, finding: condition('gilbert-syndrome', 2400) },
  { share: 0.05, finding: { kind: 'other-malignancy', code: 'nmsc-treated', value: true, daysAgo: 1300 } },
]

const weighty: readonly Background[] = [
  { share: 0.05, finding: condition('autoimmune-disease', 60, { needsSystemicTherapy: true }) },
  { share: 0.04, finding: condition('myocardial-infarction', 110) },
  { share: 0.03, finding: condition('unable-to-swallow-tablets', 20) },
  { share: 0.03, finding: { kind: 'other-malignancy', code: 'breast-cancer', value: true, daysAgo: 800 } },
  { share: 0.05, finding: medicine('systemic-corticosteroid', { doseMgPredEq: 15 }) },
  { share: 0.05, finding: medicine('anticoagulant-therapeutic', { name: 'apixaban' }) },
  { share: 0.07, finding: { kind: 'toxicity', code: 'peripheral-neuropathy', value: 2, daysAgo: 30 } },
]

function condition(code: string, daysAgo: number, detail: Observation['detail'] = {}): PlannedFinding {
  return { kind: 'condition', code, value: 'active', daysAgo, detail }
}

function medicine(code: string, detail: Observation['detail']): PlannedFinding {
  return { kind: 'medication', code, value: 'active', daysAgo: 21, detail }
}

function virology({ completeness }: PatientPlan, random: SeededRandom): readonly PlannedFinding[] {
  const share = completeness.level === 'thorough' ? 0.8 : completeness.level === 'ordinary' ? 0.25 : 0.04
  if (!random.chance(share)) return []
  const daysAgo = random.integer(10, 150)
  const isPositive = completeness.level === 'ordinary' && random.chance(0.1)
  return ['HIV', 'HBV', 'HCV'].map((agent) => ({
    kind: 'infection',
    code: agent,
    value: isPositive && agent === 'HIV' ? 'positive' : 'negative',
    daysAgo,
  }))
}

function childbearing(
  { completeness }: PatientPlan,
  { ageYears, sex }: Physique,
  random: SeededRandom,
): readonly PlannedFinding[] {
  if (sex === 'male' || random.chance(completeness.findingMissing)) return []
  const isPossible = ageYears >= 13 && ageYears <= 51
  const stated: PlannedFinding = {
    kind: 'childbearing-potential',
    code: 'childbearing-potential',
    value: isPossible,
    daysAgo: 14,
  }
  return isPossible ? [stated, laboratory('hcg', 'negative', 'qual', random.integer(1, 3))] : [stated]
}
