import type { AuditSubjects } from '../audit/audit-event.ts'

/**
 * Patients and referrals that an answer shows and that its operation did not name for the audit log. Used in tests,
 * where one left out must fail the test. A referral that was named stands for its patient, whose identifier a site is
 * not told.
 */
export function unnamedSubjects(body: unknown, { patientIds, referralIds }: AuditSubjects): string[] {
  const shown = objectsIn(body)
  const patients = new Set(patientIds)
  const referrals = new Set(referralIds)
  for (const { referralId, patient } of shown) {
    const patientId = patientIdOf(patient)
    if (typeof referralId === 'string' && referrals.has(referralId) && patientId) patients.add(patientId)
  }
  const unnamed = shown.flatMap((object) => {
    const { referralId, patientId, patient } = object
    const isOfSite = typeof referralId === 'string' && patientIdOf(patient) === null
    return [
      ...(isOfSite && !referrals.has(referralId) ? [referralId] : []),
      ...(typeof patientId === 'string' && !patients.has(patientId) ? [patientId] : []),
    ]
  })
  return [...new Set(unnamed)]
}

type AnyObject = Readonly<Record<string, unknown>>

function objectsIn(value: unknown): AnyObject[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(objectsIn)
  return Array.isArray(value) ? inner : [{ ...value }, ...inner]
}

/** Null for a patient whose identifier is kept back; undefined for what is no patient. */
function patientIdOf(patient: unknown): string | null | undefined {
  if (typeof patient !== 'object' || patient === null || !('patientId' in patient)) return undefined
  return typeof patient.patientId === 'string' ? patient.patientId : null
}
