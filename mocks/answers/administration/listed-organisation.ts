import type { components } from '#api/schema.ts'
import type { HeldOrganisation } from '../../state/held-organisation.ts'

/** An organisation as administrators see it. */
export function listedOrganisation({
  organisationId,
  code,
  name,
  version,
}: HeldOrganisation): components['schemas']['ListedOrganisation'] {
  return { organisationId, code, name, version }
}
