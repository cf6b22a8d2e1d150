import type { components } from '#api/schema.ts'
import { changedMeanwhile } from '#domain/access/account-change-refusals.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { listedOrganisation } from './listed-organisation.ts'

interface Renaming {
  readonly organisationId: string
  readonly ifMatch: string
  readonly name: string
}

/** @throws Problem 404, or 412 where somebody else renamed it */
export function renameOrganisation(
  { organisations }: DemonstrationState,
  { organisationId, ifMatch, name }: Renaming,
): { body: components['schemas']['ListedOrganisation']; version: number } {
  const held = organisations.get(organisationId)
  if (!held) throw notFound('organisation')
  if (ifMatch !== `"${held.version}"`) throw toProblem(changedMeanwhile('organisation'))
  const renamed = { ...held, name: name.trim(), version: held.version + 1 }
  organisations.set(organisationId, renamed)
  return { body: listedOrganisation(renamed), version: renamed.version }
}
