import type { components } from '#api/schema.ts'
import type { DemonstrationState } from '../state/demonstration-state.ts'

/** An organisation as answers name it, without its place. */
export function organisationNamed(
  { organisations }: DemonstrationState,
  organisationId: string,
): components['schemas']['Organisation'] {
  const organisation = organisations.get(organisationId)
  if (!organisation) throw new RangeError(`No organisation of the demonstration has the identifier ${organisationId}.`)
  const { code, name } = organisation
  return { organisationId, code, name }
}
