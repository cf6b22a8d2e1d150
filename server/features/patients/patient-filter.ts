import { type Expression, type SqlBool, sql } from 'kysely'
import type { components } from '#api/schema.ts'
import { rowInKeyPattern } from '#domain/data-gaps/caseload-item.ts'
import { soughtPieces } from '#domain/identity/patient-search.ts'
import { hasDataMissing, isPatientWithDataMissing } from '../../patient-rows/data-missing-repository.ts'
import { withEvenOdds } from '../../patient-rows/even-odds.ts'

export type PatientFilters = components['schemas']['PatientFilters']
export type FilterName = keyof PatientFilters

/**
 * The conditions that a set of filters puts on `patient` joined with `patient_facts`. A filter that is left out lets every
 * patient pass, those with missing data included. `except` leaves one filter out, for counting what its values would give.
 */
export function patientConditions(filters: PatientFilters, except?: FilterName): Expression<SqlBool> {
  const asked = Object.entries(conditionOf).flatMap(([name, condition]) => (name === except ? [] : condition(filters)))
  return asked.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`${sql.join(asked, sql` and `)}`
}

const conditionOf = {
  text: ({ text }: PatientFilters) => (text === undefined ? [] : soughtPieces(text).map(pieceCondition)),
  cancerTypeId: ({ cancerTypeId, matchGrade }: PatientFilters) =>
    cancerTypeId === undefined ? [] : [withEvenOdds(cancerCondition(cancerTypeId, matchGrade))],
  matchGrade: ({ cancerTypeId, matchGrade }: PatientFilters) =>
    cancerTypeId !== undefined || matchGrade === undefined ? [] : [withEvenOdds(gradeCondition(matchGrade))],
  referralStatus: ({ referralStatus = [] }: PatientFilters) =>
    referralStatus.length === 0 ? [] : [referralCondition(referralStatus)],
  hasCandidate: ({ hasCandidate }: PatientFilters) =>
    hasCandidate === undefined ? [] : [withEvenOdds(candidateCondition(hasCandidate))],
  hasTrialToRead: ({ hasTrialToRead }: PatientFilters) =>
    hasTrialToRead === undefined ? [] : [toReadCondition(hasTrialToRead)],
  hasDataMissing: ({ hasDataMissing: isAsked }: PatientFilters) =>
    isAsked === undefined ? [] : [withEvenOdds(sql<SqlBool>`${isPatientWithDataMissing} = ${isAsked}::boolean`)],
  undecidedItem: ({ undecidedItem }: PatientFilters) =>
    undecidedItem === undefined ? [] : [withEvenOdds(undecidedCondition(undecidedItem))],
  missing: ({ missing = [] }: PatientFilters) =>
    missing.length === 0 ? [] : [withEvenOdds(sql<SqlBool>`patient_facts.missing && ${[...missing]}::text[]`)],
} satisfies Record<FilterName, (filters: PatientFilters) => Expression<SqlBool>[]>

/** The index knows pieces of three letters; shorter ones are looked for among the caller's own patients. */
const shortestIndexed = 3

/**
 * Pieces are of letters, digits and spaces only, so nothing in them is a wildcard. The function knows the caller and finds
 * nobody else's patients; under row-level security a statement of its own would use no index for this.
 */
function pieceCondition(pieces: readonly string[]): Expression<SqlBool> {
  if (pieces.length === 0) return sql<SqlBool>`false`
  const patterns = pieces.map((piece) => `%${piece}%`)
  if (pieces.some((piece) => piece.length < shortestIndexed)) {
    return sql<SqlBool>`(${sql.join(
      patterns.map((pattern) => sql<SqlBool>`patient.search like ${pattern}`),
      sql` or `,
    )})`
  }
  return sql<SqlBool>`patient.patient_id in (select patients_named(${patterns}::text[]))`
}

function cancerCondition(cancerTypeId: string, grade: PatientFilters['matchGrade']): Expression<SqlBool> {
  const node = [cancerTypeId]
  const confirmed = sql<SqlBool>`patient_facts.cancer_exact @> ${node}::text[]`
  const possible = sql<SqlBool>`(patient_facts.cancer_group @> ${node}::text[] or patient_facts.cancer_possible @> ${node}::text[])`
  if (grade === 'confirmed') return confirmed
  if (grade === 'possible') return possible
  return sql<SqlBool>`(${confirmed} or ${possible})`
}

function gradeCondition(grade: 'confirmed' | 'possible'): Expression<SqlBool> {
  return grade === 'confirmed'
    ? sql<SqlBool>`patient_facts.match_grade in ('exact', 'group')`
    : sql<SqlBool>`patient_facts.match_grade = 'possible'`
}

/**
 * A candidate is a trial checked in full that nothing known rules out for good or for now, as the home page counts it. A patient who has
 * not been screened has no row of counts, and so is neither with nor without a candidate.
 */
function candidateCondition(hasCandidate: boolean): Expression<SqlBool> {
  return sql<SqlBool>`exists (
    select from candidate_count where candidate_count.patient_id = patient.patient_id
      and (no_failures_found + needs_clinician + needs_data > 0) = ${hasCandidate}::boolean)`
}

function toReadCondition(hasTrialToRead: boolean): Expression<SqlBool> {
  return sql<SqlBool>`exists (
    select from candidate_count where candidate_count.patient_id = patient.patient_id
      and (to_read > 0) = ${hasTrialToRead}::boolean)`
}

/** As the list of blocking items counts, gaps of any row as one. */
function undecidedCondition(key: string): Expression<SqlBool> {
  return sql<SqlBool>`exists (
    select from screening, unnest(screening.undecided_keys) as undecided_key
    where screening.patient_id = patient.patient_id and ${hasDataMissing} and regexp_replace(undecided_key, ${rowInKeyPattern}, '') = ${key})`
}

/** Live referrals only; "none" is a patient without one. */
function referralCondition(statuses: readonly string[]): Expression<SqlBool> {
  const live = sql`select from referral where referral.patient_id = patient.patient_id and referral.is_live`
  const named = statuses.filter((status) => status !== 'none')
  const parts = [
    ...(named.length > 0 ? [sql<SqlBool>`exists (${live} and referral.status = any(${named}::text[]))`] : []),
    ...(statuses.includes('none') ? [sql<SqlBool>`not exists (${live})`] : []),
  ]
  return sql<SqlBool>`(${sql.join(parts, sql` or `)})`
}
