import type { ActionFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/** Adds an organisation under its ODS code, which is written in capitals. */
export async function createOrganisation({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = { code: String(form.get('code')).trim().toUpperCase(), name: String(form.get('name')).trim() }
  const created = await attempt(api.POST('/organisations', { body: values }))
  if (!created.ok) return { kind: 'refused', values, problem: created.problem } as const
  return { kind: 'created', organisation: created.data } as const
}
