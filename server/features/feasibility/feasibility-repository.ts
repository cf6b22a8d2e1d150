import { type SqlBool, sql } from 'kysely'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import type { Place } from '#domain/trial/distance.ts'
import { siteStatus } from '#domain/trial/openness.ts'
import { isOwnPatient } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import { readHomeCountries } from '../../trial-store/home-countries-repository.ts'

export interface PlacedOrganisation extends Place {
  readonly organisationId: string
  readonly code: string
  readonly name: string
}

/**
 * The organisations that have patients here outside the caller's own care, whether the trial could take one of them or
 * not. `own` is null for whoever has nobody in care.
 */
export function readOrganisationsWithPatients(trx: Trx, own: PatientScope | null): Promise<PlacedOrganisation[]> {
  const isOwn = own === null ? sql<SqlBool>`false` : isOwnPatient(own)
  return trx
    .selectFrom('organisation')
    .select(['organisation_id as organisationId', 'code', 'name', 'latitude', 'longitude'])
    .where(sql<boolean>`exists (
      select from patient where patient.organisation_id = organisation.organisation_id and ${isOwn} is not true)`)
    .execute()
}

/** The sites in the countries of the service at which the trial takes patients now. */
export async function readOpenSites(trx: Trx, { trialId, record }: HeldTrial): Promise<Place[]> {
  const homeCountries = await readHomeCountries(trx)
  const sites = await trx
    .selectFrom('trial_site')
    .select(['recruitment_status', 'latitude', 'longitude'])
    .where('trial_id', '=', trialId)
    .where('country_code', 'in', [...homeCountries])
    .where('is_listed', '=', true)
    .execute()
  return sites.filter((site) => siteStatus(record, { recruitmentStatus: site.recruitment_status }) === 'open')
}
