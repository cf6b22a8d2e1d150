import type { Treatment } from '#domain/eligibility/patient-record.ts'
import type { SeededRandom } from '../random/seeded-random.ts'
import type { PlannedTreatment } from './clinical-story.ts'
import type { PatientPlan } from './plan-patient.ts'
import { radiotherapy } from './planned-treatment.ts'
import type { RowMaker, Source } from './row-maker.ts'

/** The treatments of the story, all moved back by the same number of days so that their order stays. */
export function buildTreatments(
  plan: PatientPlan,
  shiftDays: number,
  rows: RowMaker,
  random: SeededRandom,
): readonly Treatment[] {
  return plannedTreatments(plan, shiftDays).map((planned) => {
    const { endedDaysAgo } = planned
    const startedDaysAgo = (endedDaysAgo ?? 0) + planned.lastedDays
    const isEndKnown = plan.completeness.level === 'thorough' || !random.chance(0.12)
    return {
      ...rows.provenance(sources[planned.kind], endedDaysAgo ?? 1),
      kind: planned.kind,
      name: planned.name,
      classes: planned.classes,
      hasAllClasses: planned.kind !== 'surgery' && planned.classes.length > 0,
      setting: planned.setting,
      line: planned.line,
      startedOn: rows.on(startedDaysAgo),
      endedOn: endedDaysAgo === null || !isEndKnown ? null : rows.on(endedDaysAgo),
      isOngoing: planned.endedDaysAgo === null,
      cycles: planned.cycles,
      halfLifeDays: planned.halfLifeDays,
      procedure: planned.procedure,
      margin: planned.margin,
      site: planned.site,
      isForIndexCancer: true,
    }
  })
}

/** Days since the first treatment began; 0 where there was none. */
export function firstTreatmentDaysAgo(plan: PatientPlan, shiftDays: number): number {
  const starts = plannedTreatments(plan, shiftDays).map((planned) => (planned.endedDaysAgo ?? 0) + planned.lastedDays)
  return Math.max(0, ...starts)
}

/** A planned washout obstacle makes the last drug treatment a recent one, or adds a little recent radiotherapy. */
function plannedTreatments({ story, twist }: PatientPlan, shiftDays: number): readonly PlannedTreatment[] {
  const shifted = story.treatments.map((planned) => ({
    ...planned,
    endedDaysAgo: planned.endedDaysAgo === null ? null : planned.endedDaysAgo + shiftDays,
  }))
  if (twist !== 'washout') return shifted
  const last = shifted.findLast(({ kind, endedDaysAgo }) => kind === 'systemic' && endedDaysAgo !== null)
  if (last === undefined) return [...shifted, radiotherapy('Palliative radiotherapy to bone', 3)]
  return shifted.map((planned) => (planned === last ? { ...planned, endedDaysAgo: 3 } : planned))
}

const sources: Readonly<Record<Treatment['kind'], Source>> = {
  systemic: 'Chemotherapy prescribing',
  radiotherapy: 'Radiotherapy record',
  surgery: 'Theatre record',
}
