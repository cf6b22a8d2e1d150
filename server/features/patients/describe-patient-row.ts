import type { components } from '#api/schema.ts'
import { namedAs, type PatientScope } from '#domain/access/patient-scope.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import { performanceStatusWindowDays } from '#domain/eligibility/freshness.ts'
import { type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { patientMarks } from '#domain/patient-wishes/patient-marks.ts'

type Schemas = components['schemas']

export interface PatientListRow {
  readonly patient_id: string
  readonly organisation_id: string
  readonly team_id: string | null
  readonly family_name: string
  readonly given_name: string
  readonly title: string | null
  readonly born_on: CalendarDate | null
  readonly sex: Schemas['PatientRow']['sex']
  readonly nhs_number: string | null
  readonly hospital_number: string | null
  readonly consultant: string | null
  readonly died_on: CalendarDate | null
  readonly is_sensitive: boolean
  readonly refuses_research: boolean
  readonly updated_at: Date
  readonly cancer_type_id: string | null
  readonly match_grade: Schemas['MatchGrade']
  readonly diagnosed_on: string | null
  readonly stage_text: string | null
  readonly stage_on: CalendarDate | null
  readonly ecog: number | null
  readonly ecog_on: CalendarDate | null
  readonly missing: Schemas['MissingItem'][]
  /** Null for a patient who has not been screened. */
  readonly candidates: Schemas['CandidateCounts'] | null
  readonly is_set_by_clinician: boolean
  readonly trials_left_out: number
}

export function describePatientRow(
  row: PatientListRow,
  referrals: Schemas['ReferralTag'][],
  { scope, asOf }: { readonly scope: PatientScope; readonly asOf: CalendarDate },
): Schemas['PatientRow'] {
  return {
    patientId: row.patient_id,
    name: { familyName: row.family_name, givenName: row.given_name, title: row.title },
    bornOn: row.born_on,
    sex: row.sex,
    nhsNumber: row.nhs_number,
    hospitalNumber: row.hospital_number,
    consultant: row.consultant,
    marks: patientMarks({ diedOn: row.died_on, refusesResearch: row.refuses_research, isSensitive: row.is_sensitive }),
    cancerType: row.cancer_type_id === null ? null : (cancerTypeNames([row.cancer_type_id])[0] ?? null),
    matchGrade: row.match_grade,
    diagnosedOn: row.diagnosed_on,
    // A stage holds until the next imaging, so it does not go stale by itself.
    stage: row.stage_text === null ? null : { text: row.stage_text, on: row.stage_on, isStale: false },
    performanceStatus: row.ecog === null ? null : performanceStatus(row.ecog, row.ecog_on, asOf),
    candidates: row.candidates,
    isSetByClinician: row.is_set_by_clinician,
    trialsLeftOut: row.trials_left_out,
    missing: row.missing,
    referrals,
    namedAs: namedAs(scope, { patientId: row.patient_id, organisationId: row.organisation_id, teamId: row.team_id }),
    updatedAt: row.updated_at.toISOString(),
  }
}

function performanceStatus(ecog: number, on: CalendarDate | null, asOf: CalendarDate): Schemas['DatedText'] {
  const isStale = on === null || daysBetween(on, asOf) > performanceStatusWindowDays
  return { text: `ECOG ${ecog}`, on, isStale }
}
