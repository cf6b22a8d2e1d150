import type { Place } from '#domain/trial/distance.ts'

/** An organisation as the API holds it; one that an administrator added has no place. */
export interface HeldOrganisation extends Place {
  readonly organisationId: string
  readonly code: string
  readonly name: string
  readonly version: number
}
