import type { components } from '#api/schema.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldAccount } from '../../state/held-account.ts'
import { organisationNamed } from '../organisation-named.ts'

/** An account as administrators see it: never with its password. */
export function describeAccount(
  state: DemonstrationState,
  { accountId, name, email, role, organisationId, isOpen, version, secondFactor }: HeldAccount,
): components['schemas']['Account'] {
  const organisation = organisationId === null ? null : organisationNamed(state, organisationId)
  const hasSecondFactor = secondFactor?.isConfirmed === true
  return { accountId, name, email, role, organisation, isOpen, signsInWith: 'password', hasSecondFactor, version }
}
