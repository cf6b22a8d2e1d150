import type { ActionFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { ifMatch } from '../../data/if-match.ts'
import { attempt } from '../../data/unwrap.ts'

/** Gives an organisation another name. */
export async function renameOrganisation({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const organisationId = addressId(params.organisationId, 'organisation')
  const version = Number(form.get('version'))
  const renamed = await attempt(
    api.PUT('/organisations/{organisationId}', {
      params: { path: { organisationId }, header: ifMatch(version) },
      body: { name: String(form.get('name')).trim() },
    }),
  )
  if (!renamed.ok) return { kind: 'refused', version, problem: renamed.problem } as const
  return { kind: 'renamed', organisation: renamed.data } as const
}
