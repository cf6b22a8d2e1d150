import { type DiagnosisGrade, resolveDiagnosis } from '../cancer/match-diagnosis.ts'
import { cancerTypeById } from '../cancer/taxonomy.ts'
import type { CalendarDate, PartialDate } from '../identity/calendar-date.ts'
import { type MissingItem, missingItems } from './missing-items.ts'
import { type PatientFacts, type Reading, resultsOf } from './patient-facts.ts'

/** The facts by which a list of patients is drawn, filtered and sorted. Null is "not known". */
export interface WorklistFacts {
  /** The taxonomy node to show for the index cancer; null for a cancer that is not in it, or not coded. */
  readonly cancerTypeId: string | null
  /** How sure that node is; `none` for a cancer outside the taxonomy, `unknown` where no code could be read. */
  readonly matchGrade: DiagnosisGrade
  /** Other nodes that the codes fit as well, next best first. */
  readonly otherCancerTypeIds: readonly string[]
  readonly diagnosedOn: PartialDate | null
  /** The latest stage in any system: "FIGO IIIC", "TNM8 IIIB T3 N1 M0". */
  readonly stage: DatedWords | null
  readonly ecog: { readonly value: number; readonly on: CalendarDate } | null
  readonly missing: readonly MissingItem[]
}

export interface DatedWords {
  readonly text: string
  readonly on: CalendarDate
}

export function worklistFacts(facts: PatientFacts): WorklistFacts {
  const { diagnosis } = facts
  const resolved = diagnosis === null ? null : resolveDiagnosis(diagnosis)
  const isUncoded = diagnosis === null || diagnosis.isUncoded
  return {
    cancerTypeId: resolved?.cancerTypeId ?? null,
    matchGrade: resolved === null ? (isUncoded ? 'unknown' : 'none') : gradeOf(resolved, facts),
    otherCancerTypeIds: resolved?.alternates ?? [],
    diagnosedOn: diagnosis?.diagnosedOn ?? null,
    stage: latestStage(facts),
    ecog: ecogOf(facts),
    missing: missingItems(facts),
  }
}

/** A proven group whose entity the report leaves open is shown as the group that it is. */
function gradeOf(
  resolved: { readonly cancerTypeId: string; readonly grade: 'exact' | 'possible' },
  { diagnosis }: PatientFacts,
): DiagnosisGrade {
  const isOpenGroup = diagnosis?.group.some((id) => cancerTypeById(id)?.parentId === resolved.cancerTypeId) === true
  return resolved.grade === 'exact' && isOpenGroup ? 'group' : resolved.grade
}

function latestStage({ stages }: PatientFacts): DatedWords | null {
  const [latest] = Object.entries(stages).toSorted(
    ([systemA, a], [systemB, b]) => b.on.localeCompare(a.on) || systemA.localeCompare(systemB),
  )
  return latest === undefined ? null : { text: stageWords(...latest), on: latest[1].on }
}

function stageWords(system: string, { value, detail }: Reading): string {
  return [system, value, detail.t, detail.n, detail.m].filter((part) => part !== undefined && part !== '').join(' ')
}

function ecogOf({ performanceStatus }: PatientFacts): WorklistFacts['ecog'] {
  const [latest, ...others] = resultsOf(performanceStatus.ECOG)
  if (others.length > 0) return null
  return latest !== undefined && typeof latest.value === 'number' ? { value: latest.value, on: latest.on } : null
}
