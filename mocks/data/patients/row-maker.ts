import type { Observation, Provenance } from '#domain/eligibility/patient-record.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import { stableId } from '../random/stable-id.ts'
import type { PlannedFinding } from './clinical-story.ts'

/** Writes the rows of one patient: numbers them, dates them and says where they come from. */
export interface RowMaker {
  readonly asOf: CalendarDate
  readonly on: (daysAgo: number) => CalendarDate
  /** A row is recorded on the day it happened or soon after, and always before the day of the data. */
  readonly provenance: (source: Source, daysAgo: number, replaces?: string) => Provenance
  readonly observation: (planned: PlannedFinding, source: Source) => Observation
}

export type Source = keyof typeof recorders

const recorders = {
  'Laboratory system': 'Laboratory interface',
  'Pathology report': 'Pathology interface',
  'Genomic laboratory report': 'Genomics interface',
  'Radiology report': 'Radiology interface',
  'MDT proforma': 'MDT coordinator',
  'Clinic letter': 'Consultant',
  'Chemotherapy prescribing': 'Prescribing interface',
  'Radiotherapy record': 'Radiotherapy interface',
  'Theatre record': 'Theatre interface',
  'Nursing assessment': 'Clinical nurse specialist',
} as const

/** Rows of the patient for data made as of a day. */
export function rowMaker(patientId: string, asOf: CalendarDate): RowMaker {
  let written = 0
  const on = (daysAgo: number) => addDays(asOf, -daysAgo)
  const provenance: RowMaker['provenance'] = (source, daysAgo, replaces) => {
    written += 1
    const delayDays = (written * 5) % 3
    const hour = String(8 + (written % 10)).padStart(2, '0')
    const minute = String((written * 17) % 60).padStart(2, '0')
    return {
      id: stableId(`${patientId}/row/${written}`),
      source,
      recordedBy: recorders[source],
      recordedAt: `${on(Math.max(1, daysAgo - delayDays))}T${hour}:${minute}:00.000Z`,
      replaces: replaces ?? null,
    }
  }
  const observation: RowMaker['observation'] = (planned, source) => ({
    ...provenance(source, planned.daysAgo),
    kind: planned.kind,
    code: planned.code,
    value: planned.value,
    unit: planned.unit ?? null,
    lowerLimit: planned.lowerLimit ?? null,
    upperLimit: planned.upperLimit ?? null,
    observedOn: on(planned.daysAgo),
    detail: planned.detail ?? {},
  })
  return { asOf, on, provenance, observation }
}
