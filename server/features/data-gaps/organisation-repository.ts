import type { components } from '#api/schema.ts'
import type { Trx } from '../../plugins/operation.ts'

/** Every organisation, in the order of the codes. */
export function readOrganisations(trx: Trx): Promise<components['schemas']['Organisation'][]> {
  return trx
    .selectFrom('organisation')
    .select(['organisation_id as organisationId', 'code', 'name'])
    .orderBy('code')
    .execute()
}
