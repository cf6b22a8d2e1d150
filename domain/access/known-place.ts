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

/**
 * A referral as somebody sees it who may not know the place: without the hospital that it comes from. Who referred stays,
 * and so does the site it went to: in an emergency they are whom to call.
 */
export function withoutHospital<Row extends { readonly fromOrganisation: unknown }>(row: Row) {
  return { ...row, fromOrganisation: null }
}

/** The same for the steps of a referral. */
export function withoutHospitalOfSteps<Step extends { readonly organisation: string | null }>(
  steps: readonly Step[],
  hospital: string | null,
): Step[] {
  return steps.map((step) => (step.organisation === hospital ? { ...step, organisation: null } : step))
}
