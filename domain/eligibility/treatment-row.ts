import { given } from './given.ts'
import type { NewTreatment } from './new-patient-item.ts'
import type { Provenance, Treatment } from './patient-record.ts'

/** The course of a treatment as recorded; what a correction leaves out is as in the row that it corrects. */
export function treatmentRow(item: NewTreatment, corrected: Treatment | null): Omit<Treatment, keyof Provenance> {
  return {
    kind: item.treatmentKind ?? corrected?.kind ?? 'systemic',
    name: item.name?.trim() ?? corrected?.name ?? '',
    classes: item.classes ?? corrected?.classes ?? [],
    setting: given(item.setting, corrected?.setting),
    line: given(item.line, corrected?.line),
    startedOn: given(item.startedOn, corrected?.startedOn),
    endedOn: given(item.endedOn, corrected?.endedOn),
    isOngoing: item.isOngoing ?? corrected?.isOngoing ?? false,
    cycles: given(item.cycles, corrected?.cycles),
    halfLifeDays: given(item.halfLifeDays, corrected?.halfLifeDays),
    margin: given(item.margin, corrected?.margin),
    procedure: given(item.procedure, corrected?.procedure),
    site: given(item.site, corrected?.site),
    isForIndexCancer: item.isForIndexCancer ?? corrected?.isForIndexCancer ?? true,
  }
}
