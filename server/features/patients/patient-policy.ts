import type { Caller } from '../../plugins/operation.ts'

/** A clinician without an organisation has no patients: no row has this identifier. */
const noOrganisation = '00000000-0000-0000-0000-000000000000'

/** Whose patients the caller sees: those of the own organisation, and nobody else's. */
export function organisationOf({ organisation }: Caller): string {
  return organisation?.organisationId ?? noOrganisation
}
