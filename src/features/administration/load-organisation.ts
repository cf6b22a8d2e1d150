import type { LoaderFunctionArgs } from 'react-router'
import { addressId, noSuch } from '../../data/address-id.ts'
import { loadOrganisations } from './load-organisations.ts'

/** One organisation. */
export async function loadOrganisation(args: LoaderFunctionArgs) {
  const organisationId = addressId(args.params.organisationId, 'organisation')
  const organisation = (await loadOrganisations(args)).find((each) => each.organisationId === organisationId)
  if (organisation === undefined) throw noSuch('organisation')
  return organisation
}
