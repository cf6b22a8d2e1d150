import type { Relationship } from './patient-scope.ts'

/**
 * Where a patient with a sensitive record is treated says where he or she may be found: only those who look after
 * the patient are told. To anybody else the record names no hospital, and no site by its nearness to one.
 */
export function mayKnowPlace({
  isSensitive,
  relationship,
}: {
  readonly isSensitive: boolean
  readonly relationship: Relationship
}): boolean {
  return !isSensitive || relationship === 'team' || relationship === 'namedRole'
}
