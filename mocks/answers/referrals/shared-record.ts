import type { components } from '#api/schema.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import { deriveFacts } from '#domain/eligibility/derive-facts.ts'
import { standingOverrides } from '#domain/eligibility/override-entry.ts'
import type { PatientRecord, Provenance } from '#domain/eligibility/patient-record.ts'
import { recordedItems } from '#domain/eligibility/recorded-items.ts'
import { sharedVerdicts } from '#domain/eligibility/shared-verdicts.ts'
import { worklistFacts } from '#domain/eligibility/worklist-facts.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { patientWishes } from '#domain/patient-wishes/patient-wishes.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldReferral } from '../../state/held-referral.ts'
import { patientNamed, subjectsOf } from './referral-row.ts'
import type { ReferralViewer } from './referral-viewer.ts'

/**
 * What was sent with a referral; null before. It is worked out from the rows recorded by the instant of sending, which
 * never change, for the day of sending. Only the referrer is given the identifier of the patient.
 */
export function sharedRecord(
  state: DemonstrationState,
  referral: HeldReferral,
  side: ReferralViewer['side'],
): components['schemas']['SharedRecord'] | null {
  const { sharedAt, withheldItemIds } = referral
  if (sharedAt === null) return null
  const asOf = calendarDateInLondon(new Date(sharedAt))
  const { patient, trial } = subjectsOf(state, referral)
  const { isSensitive } = patientWishes(patient.wishEvents.filter(({ recordedAt }) => recordedAt <= sharedAt))
  const record = { ...recordedBy(patient.record, sharedAt), isSensitive }
  // Referrals of the beginning were taken in with the cancer types of that moment; later corrections change neither.
  const beginning = state.filledAt.toISOString()
  const held = recordedBy(patient.record, sharedAt < beginning ? beginning : sharedAt)
  const { cancerTypeId } = worklistFacts(deriveFacts(held))
  const history = patient.overrides.get(trial.trialId) ?? []
  const overrides = standingOverrides(history.filter(({ at }) => at <= sharedAt))
  const { outcomeLabel, criteria } = sharedVerdicts({ record, trial, withheldRowIds: withheldItemIds, asOf, overrides })
  const items = recordedItems(record, asOf).filter(({ itemId }) => !withheldItemIds.includes(itemId))
  return {
    sharedAt,
    patient: { ...patientNamed(patient), patientId: side === 'referrer' ? patient.patientId : null },
    hospitalNumber: patient.hospitalNumber,
    sex: record.sex,
    cancerType: cancerTypeId === null ? null : (cancerTypeNames([cancerTypeId])[0] ?? null),
    items: items.map((item) => ({ ...item })),
    outcomeLabel,
    criteria: [...criteria],
  }
}

/** The record as it stood at an instant. */
function recordedBy(record: PatientRecord, instant: string): PatientRecord {
  const known = <Row extends Provenance>(rows: readonly Row[]) => rows.filter(({ recordedAt }) => recordedAt <= instant)
  return {
    ...record,
    diagnoses: known(record.diagnoses),
    observations: known(record.observations),
    treatments: known(record.treatments),
    biomarkers: known(record.biomarkers),
    assertions: known(record.assertions),
  }
}
