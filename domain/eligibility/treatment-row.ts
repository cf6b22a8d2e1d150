import { given } from './given.ts'
import type { NewTreatment } from './new-patient-item.ts'
import type { Provenance, Treatment } from './patient-record.ts'

/** The course of a treatment as recorded; what a correction leaves out is as in the row that it corrects. */
export function treatmentRow(item: NewTreatment, corrected: Treatment | null): Omit<Treatment, keyof Provenance> {
  const kind = item.treatmentKind ?? corrected?.kind ?? 'systemic'
  return {
    kind,
    name: item.name?.trim() ?? corrected?.name ?? '',
    classes: item.classes ?? corrected?.classes ?? [],
    hasAllClasses: item.hasAllClasses ?? keepsAllClasses(kind, item, corrected),
    setting: given(item.setting, corrected?.setting),
    line: given(item.line, corrected?.line),
    ...(kind === 'surgery' ? daysOfOperation(item, corrected) : daysOfCourse(item, corrected)),
    isOngoing: item.isOngoing ?? corrected?.isOngoing ?? false,
    cycles: given(item.cycles, corrected?.cycles),
    halfLifeDays: given(item.halfLifeDays, corrected?.halfLifeDays),
    margin: given(item.margin, corrected?.margin),
    procedure: given(item.procedure, corrected?.procedure),
    site: given(item.site, corrected?.site),
    isForIndexCancer: item.isForIndexCancer ?? corrected?.isForIndexCancer ?? true,
  }
}

/** With other classes than before, nobody has said yet that they are all. */
function keepsAllClasses(kind: Treatment['kind'], item: NewTreatment, corrected: Treatment | null): boolean {
  return kind !== 'surgery' && item.classes === undefined && corrected?.hasAllClasses === true
}

type Days = Pick<Treatment, 'startedOn' | 'endedOn'>

function daysOfCourse(item: NewTreatment, corrected: Treatment | null): Days {
  return {
    startedOn: given(item.startedOn, corrected?.startedOn),
    endedOn: given(item.endedOn, corrected?.endedOn),
  }
}

/** An operation is over on the day on which it began: where one of its days is stated, the other is the same. */
function daysOfOperation(item: NewTreatment, corrected: Treatment | null): Days {
  const stated = daysOfCourse(item, spansDays(corrected) ? corrected : null)
  const { startedOn, endedOn } =
    stated.startedOn === null && stated.endedOn === null ? daysOfCourse(item, corrected) : stated
  return { startedOn: startedOn ?? endedOn, endedOn: endedOn ?? startedOn }
}

/** Two operations under one name, or a stay: recorded so on purpose. */
function spansDays(corrected: Treatment | null): boolean {
  const { startedOn = null, endedOn = null } = corrected ?? {}
  return startedOn !== null && endedOn !== null && startedOn !== endedOn
}
