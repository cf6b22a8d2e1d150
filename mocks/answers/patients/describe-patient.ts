import type { components } from '#api/schema.ts'
import { mayKnowPlace } from '#domain/access/known-place.ts'
import { namedAs, relationshipTo } from '#domain/access/patient-scope.ts'
import { cancerTypeNames } from '#domain/cancer/cancer-type-names.ts'
import { patientItems } from '#domain/eligibility/patient-items.ts'
import { withdrawnItems } from '#domain/eligibility/withdrawn-items.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { describeStandingWishes } from '#domain/patient-wishes/describe-wishes.ts'
import type { Caller } from '../../http/caller.ts'
import { compareKeys } from '../../paging/compare-keys.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient } from '../../state/held-patient.ts'
import { careTeamOf } from '../care-teams/patient-team.ts'
import type { TeamQuestion } from '../care-teams/teams.ts'
import { organisationNamed } from '../organisation-named.ts'
import { referralRow } from '../referrals/referral-row.ts'
import { cancerTypeOf } from './patient-row.ts'
import { trialNamedIn } from './trial-named.ts'

type Schemas = components['schemas']

/** One patient with every recorded value. */
export function describePatient({ state, caller, asOf }: TeamQuestion, patient: HeldPatient): Schemas['Patient'] {
  const { patientId, familyName, givenName, title, nhsNumber, hospitalNumber, postcode, consultant, record } = patient
  const { matchGrade, otherCancerTypeIds, missing } = patient.worklist()
  const relationship = relationshipTo(caller.scope, patient)
  return {
    patientId,
    name: { familyName, givenName, title },
    bornOn: record.bornOn,
    diedOn: record.diedOn,
    isSensitive: record.isSensitive,
    researchWishes: describeStandingWishes(record.researchWishes, asOf, trialNamedIn(state)),
    sex: record.sex,
    nhsNumber,
    hospitalNumber,
    postcode: record.isSensitive ? null : postcode,
    organisation:
      relationship !== null && mayKnowPlace({ isSensitive: record.isSensitive, relationship })
        ? organisationNamed(state, patient.organisationId)
        : null,
    team: careTeamOf({ state }, patient),
    relationship: relationshipWith(state, caller, patient),
    consultant,
    cancerType: cancerTypeOf(patient),
    matchGrade,
    otherCancerTypes: cancerTypeNames(otherCancerTypeIds),
    items: patientItems(record, asOf),
    withdrawn: withdrawnItems(record),
    missing: [...missing],
    referrals: patientReferrals(state, patientId, asOf),
    isDemonstration: true,
  }
}

function relationshipWith(
  { accesses, now }: DemonstrationState,
  { scope, accountId }: Caller,
  patient: HeldPatient,
): Schemas['PatientRelationship'] {
  const kind = relationshipTo(scope, patient)
  const careRoles = namedAs(scope, patient)
  if (kind === 'team' || kind === 'namedRole') return { kind, careRoles, endsAt: null, reasonCode: null }
  const last = [...accesses.values()]
    .filter((access) => access.accountId === accountId && access.patientId === patient.patientId)
    .filter(({ endsAt }) => endsAt > now())
    .toSorted((a, b) => b.endsAt.getTime() - a.endsAt.getTime())[0]
  const endsAt = last?.endsAt.toISOString() ?? null
  return { kind: 'emergencyAccess', careRoles, endsAt, reasonCode: last?.reasonCode ?? null }
}

/** Every referral of the patient, the newest first. */
function patientReferrals(state: DemonstrationState, patientId: string, asOf: CalendarDate): Schemas['ReferralRow'][] {
  return [...state.referrals.values()]
    .filter((referral) => referral.patientId === patientId)
    .toSorted((a, b) => compareKeys(b.createdAt, a.createdAt) || compareKeys(a.referralId, b.referralId))
    .map((referral) => referralRow(state, referral, 'referrer', asOf))
}
