import type { Observation } from '#domain/eligibility/patient-record.ts'
import type { SeededRandom } from '../random/seeded-random.ts'
import type { PlannedFinding } from './clinical-story.ts'
import type { PatientPlan } from './plan-patient.ts'
import type { RowMaker, Source } from './row-maker.ts'

/** The state of the disease as the story tells it: stage, extent, status, imaging, reviews and answers of judgement. */
export function buildDiseaseFindings(
  plan: PatientPlan,
  shiftDays: number,
  diagnosedDaysAgo: number,
  rows: RowMaker,
  random: SeededRandom,
): readonly Observation[] {
  const { completeness } = plan
  // What a record lacks is told by its completeness; extent and status are known of nearly everybody.
  const always = [extentOf(plan), statusOf(plan)].filter(() => !random.chance(completeness.findingMissing / 4))
  const often = [
    ...stageOf(plan, shiftDays, diagnosedDaysAgo),
    ...measurableOf(plan),
    ...findingsOf(plan),
    ...attestationsOf(plan),
  ]
  const kept = often.filter(() => !random.chance(completeness.findingMissing))
  return [...always, ...kept].map((finding) => {
    const daysAgo = finding.kind === 'stage' ? finding.daysAgo : finding.daysAgo + shiftDays
    // Nothing is known of the cancer before the day on which it was found: what the story tells as older is of that day.
    return rows.observation({ ...finding, daysAgo: Math.min(daysAgo, diagnosedDaysAgo) }, sourceOf(finding.kind))
  })
}

function extentOf({ story }: PatientPlan): PlannedFinding {
  return { kind: 'disease-extent', code: 'disease-extent', value: story.extent, daysAgo: 20 }
}

function statusOf({ story }: PatientPlan): PlannedFinding {
  return { kind: 'disease-status', code: 'disease-status', value: story.status.word, daysAgo: story.status.daysAgo }
}

function stageOf(
  { story: { stage, extent, status } }: PatientPlan,
  shiftDays: number,
  diagnosedDaysAgo: number,
): readonly PlannedFinding[] {
  if (stage === null) return []
  // Without disease the last stage is that of the diagnosis; otherwise the team staged again when the status changed.
  const daysAgo = extent === 'no-evidence-of-disease' ? Math.max(1, diagnosedDaysAgo - 6) : status.daysAgo + shiftDays
  return [{ kind: 'stage', code: stage.system, value: stage.group, daysAgo, detail: stage.detail }]
}

function measurableOf({ story: { measurableBy } }: PatientPlan): readonly PlannedFinding[] {
  if (measurableBy === null) return []
  const detail = { by: measurableBy, isIrradiated: false }
  return [{ kind: 'measurable-disease', code: 'measurable-disease', value: true, daysAgo: 16, detail }]
}

/** Blood pressure is one of the things a planned obstacle raises; an unanswered question leaves reviews out too. */
function findingsOf({ story, twist }: PatientPlan): readonly PlannedFinding[] {
  if (twist === 'unanswered') return story.findings.filter(({ kind }) => kind !== 'central-review')
  if (twist !== 'counts') return story.findings
  const raised: Readonly<Record<string, number>> = { 'systolic-bp': 176, 'diastolic-bp': 104 }
  return story.findings.map((finding) => ({ ...finding, value: raised[finding.code] ?? finding.value }))
}

function attestationsOf({ story, twist }: PatientPlan): readonly PlannedFinding[] {
  if (twist === 'unanswered') return []
  return story.agreed.map((question) => ({ kind: 'attestation', code: question, value: true, daysAgo: 9 }))
}

function sourceOf(kind: PlannedFinding['kind']): Source {
  switch (kind) {
    case 'lab':
    case 'infection':
      return 'Laboratory system'
    case 'grade':
    case 'central-review':
      return 'Pathology report'
    case 'metastasis':
    case 'measurable-disease':
      return 'Radiology report'
    case 'observation':
    case 'attestation':
      return 'Nursing assessment'
    case 'stage':
    case 'disease-extent':
      return 'MDT proforma'
    default:
      return 'Clinic letter'
  }
}
