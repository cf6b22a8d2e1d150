import type { components } from '#api/schema.ts'
import { looksAfter, type PatientScope } from '#domain/access/patient-scope.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { isFoundByText } from '#domain/identity/patient-search.ts'
import { isLiveStatus } from '#domain/referral/referral-status.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { countCandidates, type HeldPatient } from '../../state/held-patient.ts'
import { undecidedPairs } from '../../state/undecided-pairs.ts'

export type PatientFilters = components['schemas']['PatientFilters']
type FilterName = keyof PatientFilters
type Condition = (patient: HeldPatient, filters: PatientFilters, state: DemonstrationState) => boolean

/** The patients of the own teams that the filters leave. `except` leaves one filter out, for counting its values. */
export function patientsLeft(
  state: DemonstrationState,
  scope: PatientScope,
  filters: PatientFilters,
  except?: FilterName,
): readonly HeldPatient[] {
  const asked = except === undefined ? filters : without(except, filters)
  return [...state.patients.values()].filter(
    (patient) => looksAfter(scope, patient) && conditions.every((holds) => holds(patient, asked, state)),
  )
}

/** The grade is that of the cancer type where one is chosen, so it goes with it. */
function without(except: FilterName, filters: PatientFilters): PatientFilters {
  const isGradeOfType = except === 'cancerTypeId' && filters.cancerTypeId !== undefined
  const left = isGradeOfType ? ['cancerTypeId', 'matchGrade'] : [except]
  return Object.fromEntries(Object.entries(filters).filter(([name]) => !left.includes(name)))
}

/** The live referrals of a patient by status; "none" alone where there is no such referral. */
export function referralStatusesOf({ referrals }: DemonstrationState, patientId: string): readonly string[] {
  const live = [...referrals.values()].filter((each) => each.patientId === patientId && isLiveStatus(each.status))
  return live.length === 0 ? ['none'] : [...new Set(live.map(({ status }) => status))]
}

const conditions: readonly Condition[] = [
  hasText,
  hasCancerType,
  hasGrade,
  hasReferralStatus,
  hasCandidates,
  hasTrialsToRead,
  hasOpenPair,
  isUndecidedBy,
  lacks,
]

function hasText({ search }: HeldPatient, { text }: PatientFilters): boolean {
  return text === undefined || isFoundByText(search, text)
}

function hasCancerType(patient: HeldPatient, { cancerTypeId, matchGrade }: PatientFilters): boolean {
  if (cancerTypeId === undefined) return true
  const { exact = [], group = [], possible = [] } = patient.facts().diagnosis ?? {}
  const isConfirmed = exact.includes(cancerTypeId)
  const isPossible = group.includes(cancerTypeId) || possible.includes(cancerTypeId)
  if (matchGrade === 'confirmed') return isConfirmed
  return matchGrade === 'possible' ? isPossible : isConfirmed || isPossible
}

function hasGrade(patient: HeldPatient, { cancerTypeId, matchGrade }: PatientFilters): boolean {
  if (cancerTypeId !== undefined || matchGrade === undefined) return true
  const grade = patient.worklist().matchGrade
  return matchGrade === 'possible' ? grade === 'possible' : grade === 'exact' || grade === 'group'
}

function hasReferralStatus(
  { patientId }: HeldPatient,
  { referralStatus = [] }: PatientFilters,
  state: DemonstrationState,
): boolean {
  const asked: readonly string[] = referralStatus
  return asked.length === 0 || referralStatusesOf(state, patientId).some((status) => asked.includes(status))
}

/** A candidate is a trial checked in full that nothing known rules out for good or for now. Everybody here has been screened. */
function hasCandidates(patient: HeldPatient, { hasCandidate }: PatientFilters, { now }: DemonstrationState): boolean {
  if (hasCandidate === undefined) return true
  const { noFailuresFound, needsClinician, needsData } = countCandidates(patient, calendarDateInLondon(now()))
  return noFailuresFound + needsClinician + needsData > 0 === hasCandidate
}

function hasTrialsToRead(
  patient: HeldPatient,
  { hasTrialToRead }: PatientFilters,
  { now }: DemonstrationState,
): boolean {
  if (hasTrialToRead === undefined) return true
  return countCandidates(patient, calendarDateInLondon(now())).toRead > 0 === hasTrialToRead
}

function hasOpenPair(patient: HeldPatient, { hasDataMissing }: PatientFilters, { now }: DemonstrationState): boolean {
  if (hasDataMissing === undefined) return true
  return undecidedPairs(patient, calendarDateInLondon(now())).length > 0 === hasDataMissing
}

/** A trial of the patient's own cancer that does not fail is undecided for want of this item. */
function isUndecidedBy(patient: HeldPatient, { undecidedItem }: PatientFilters, { now }: DemonstrationState): boolean {
  if (undecidedItem === undefined) return true
  return undecidedPairs(patient, calendarDateInLondon(now())).some(({ keys }) => keys.has(undecidedItem))
}

function lacks(patient: HeldPatient, { missing = [] }: PatientFilters): boolean {
  return missing.length === 0 || patient.worklist().missing.some((item) => missing.includes(item))
}
