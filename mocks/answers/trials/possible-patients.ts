import type { components, operations } from '#api/schema.ts'
import { looksAfter, type PatientScope } from '#domain/access/patient-scope.ts'
import { countOutcomes } from '#domain/eligibility/count-outcomes.ts'
import { itemNames } from '#domain/eligibility/item-name.ts'
import { listedOutcomes } from '#domain/eligibility/listed-outcomes.ts'
import { outcomes } from '#domain/eligibility/outcome-label.ts'
import { isSetByClinician } from '#domain/eligibility/set-by-clinician.ts'
import { whyStopped } from '#domain/eligibility/why-stopped.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import { pageOf } from '../../paging/page-of.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient, ScreenedTrial } from '../../state/held-patient.ts'
import { cancerTypeOf } from '../patients/patient-row.ts'
import { referralTags } from '../referrals/referral-tags.ts'

type Schemas = components['schemas']
type Query = NonNullable<operations['listTrialPatients']['parameters']['query']>

export interface PossiblePatientsQuery {
  readonly trialId: string
  readonly scope: PatientScope
  readonly query: Query
  readonly asOf: CalendarDate
}

interface Screened extends ScreenedTrial {
  readonly patient: HeldPatient
}

const usualLimit = 25

/** Patients of the own teams whose diagnosis the trial could take, the closest to joining first. */
export function possiblePatients(
  state: DemonstrationState,
  { trialId, scope, query, asOf }: PossiblePatientsQuery,
): Schemas['TrialPatientPage'] {
  const { outcome, after, limit = usualLimit } = query
  const own = screened(state, trialId, asOf).filter(({ patient }) => looksAfter(scope, patient))
  const listed = listedOutcomes(outcome ?? null)
  const rows = own.filter(({ assessment }) => listed.includes(assessment.outcome))
  const find = (id: string) => screened(state, trialId, asOf).find(({ patient }) => patient.patientId === id)
  const page = pageOf({ rows, find, idOf: ({ patient }) => patient.patientId, compare }, { after, limit })
  return {
    counts: countOutcomes(own.map(({ assessment }) => assessment.outcome)),
    toRead: own.filter(({ assessment }) => assessment.hasTextToRead).length,
    items: page.items.map((each) => describe(state, each)),
    next: page.next,
  }
}

function screened(state: DemonstrationState, trialId: string, asOf: CalendarDate): readonly Screened[] {
  return [...state.patients.values()].flatMap((patient) =>
    patient
      .screening(asOf)
      .filter((each) => each.trialId === trialId)
      .map((each) => ({ ...each, patient })),
  )
}

function compare(a: Screened, b: Screened): number {
  const rank = ({ assessment }: Screened) => outcomes.indexOf(assessment.outcome)
  return rank(b) - rank(a) || compareKeys(a.patient.patientId, b.patient.patientId)
}

function describe(state: DemonstrationState, { patient, trialId, assessment }: Screened): Schemas['TrialPatient'] {
  const { patientId, familyName, givenName, title, nhsNumber, record } = patient
  return {
    patientId,
    name: { familyName, givenName, title },
    bornOn: record.bornOn,
    nhsNumber,
    cancerType: cancerTypeOf(patient),
    outcome: assessment.outcome,
    hasTextToRead: assessment.hasTextToRead,
    toRead: assessment.hasTextToRead ? assessment.criteria.counts.toRead : 0,
    isSetByClinician: isSetByClinician(assessment.criteria),
    ...whyStopped(assessment),
    undecided: itemNames(assessment.undecided.map(({ key }) => key)),
    referral: referralTags(state, patientId).find((tag) => tag.trialId === trialId) ?? null,
  }
}
