import type { components } from '#api/schema.ts'
import { namedAs, type PatientScope } from '#domain/access/patient-scope.ts'
import { type CancerTypeName, cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import { performanceStatusWindowDays } from '#domain/eligibility/freshness.ts'
import type { WorklistFacts } from '#domain/eligibility/worklist-facts.ts'
import { type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { patientMarks } from '#domain/patient-wishes/patient-marks.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { countCandidates, type HeldPatient, isBestSetByClinician } from '../../state/held-patient.ts'
import { referralTags } from '../referrals/referral-tags.ts'

type Schemas = components['schemas']

/** One patient as the worklist shows it. */
export function patientRow(
  state: DemonstrationState,
  patient: HeldPatient,
  { scope, asOf }: { readonly scope: PatientScope; readonly asOf: CalendarDate },
): Schemas['PatientRow'] {
  const { patientId, familyName, givenName, title, nhsNumber, hospitalNumber, consultant, record } = patient
  const { matchGrade, diagnosedOn, stage, ecog, missing } = patient.worklist()
  return {
    patientId,
    name: { familyName, givenName, title },
    bornOn: record.bornOn,
    sex: record.sex,
    nhsNumber,
    hospitalNumber,
    consultant,
    marks: patientMarks({ ...record, refusesResearch: patient.facts().researchRefusals.all }),
    cancerType: cancerTypeOf(patient),
    matchGrade,
    diagnosedOn,
    // A stage holds until the next imaging, so it does not go stale by itself.
    stage: stage && { ...stage, isStale: false },
    performanceStatus: ecog && performanceStatus(ecog, asOf),
    candidates: countCandidates(patient, asOf),
    trialsLeftOut: patient.facts().researchRefusals.trialIds.length,
    isSetByClinician: isBestSetByClinician(patient, asOf),
    missing: [...missing],
    referrals: referralTags(state, patientId),
    namedAs: namedAs(scope, patient),
    updatedAt: patient.updatedAt.toISOString(),
  }
}

/** The cancer type that is shown for a patient; null for one outside the taxonomy, or not coded. */
export function cancerTypeOf(patient: HeldPatient): CancerTypeName | null {
  const { cancerTypeId } = patient.worklist()
  return cancerTypeId === null ? null : (cancerTypeNames([cancerTypeId])[0] ?? null)
}

function performanceStatus(
  { value, on }: NonNullable<WorklistFacts['ecog']>,
  asOf: CalendarDate,
): Schemas['DatedText'] {
  return { text: `ECOG ${value}`, on, isStale: daysBetween(on, asOf) > performanceStatusWindowDays }
}
