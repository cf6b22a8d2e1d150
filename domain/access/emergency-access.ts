/** Why somebody opens the record of a patient who is in the care of another team. */
export type EmergencyReasonCode = (typeof emergencyReasons)[number]['code']

/** Every reason with the words shown for it, in the order of a choice on screen. */
export const emergencyReasons = [
  { code: 'urgentCare', label: 'Urgent care of this patient now' },
  { code: 'coveringTeam', label: 'Covering for the patient’s team' },
  { code: 'adviceAsked', label: 'The patient’s team asked for advice' },
  { code: 'patientAsked', label: 'The patient asked me to' },
  { code: 'other', label: 'Another reason' },
] as const satisfies readonly { code: string; label: string }[]

/** The words for a reason: `emergencyReasonLabel('urgentCare')` is "Urgent care of this patient now". */
export function emergencyReasonLabel(code: EmergencyReasonCode): string {
  return labelByCode.get(code) ?? code
}

const labelByCode: ReadonlyMap<string, string> = new Map(emergencyReasons.map(({ code, label }) => [code, label]))

/** What the privacy officer found when the access was looked at. */
export type ReviewOutcome = 'justified' | 'notJustified'

/** For so long the record stays open to whoever opened it: a shift. */
export const emergencyAccessHours = 12

/** The instant at which an access that begins now ends. */
export function emergencyAccessEnd(beginsAt: Date): Date {
  return new Date(beginsAt.getTime() + emergencyAccessHours * 60 * 60 * 1000)
}
