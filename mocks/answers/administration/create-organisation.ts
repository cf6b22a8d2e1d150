import type { components } from '#api/schema.ts'
import { codeTaken } from '#domain/access/account-refusals.ts'
import { toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'

type Schemas = components['schemas']

/** @throws Problem 409 where the code is taken */
export function createOrganisation(
  { organisations }: DemonstrationState,
  { code, name }: Schemas['NewOrganisation'],
): Schemas['ListedOrganisation'] {
  if ([...organisations.values()].some((organisation) => organisation.code === code)) throw toProblem(codeTaken(code))
  const organisation = { organisationId: crypto.randomUUID(), code, name: name.trim(), version: 1 }
  // Nobody says where it is, so no distance is told from it.
  organisations.set(organisation.organisationId, { ...organisation, latitude: null, longitude: null })
  return organisation
}
