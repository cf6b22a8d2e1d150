import type { CalendarDate } from '../identity/calendar-date.ts'

/** What a list says of a patient beside the name, the gravest first. */
export type PatientMark = 'died' | 'noResearch' | 'sensitive'

export function patientMarks({
  diedOn,
  refusesResearch,
  isSensitive,
}: {
  readonly diedOn: CalendarDate | null
  readonly refusesResearch: boolean
  readonly isSensitive: boolean
}): PatientMark[] {
  return [
    ...(diedOn === null ? [] : (['died'] as const)),
    ...(refusesResearch ? (['noResearch'] as const) : []),
    ...(isSensitive ? (['sensitive'] as const) : []),
  ]
}
