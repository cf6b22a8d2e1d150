import type { components } from '#api/schema.ts'
import type { DemonstrationAccount } from '../../data/demonstration-data.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { organisationNamed } from '../organisation-named.ts'

/** An account as administrators see it: never with its password. */
export function describeAccount(
  state: DemonstrationState,
  { accountId, name, email, role, organisationId }: DemonstrationAccount,
): components['schemas']['Account'] {
  const organisation = organisationId === null ? null : organisationNamed(state, organisationId)
  return { accountId, name, email, role, organisation }
}
