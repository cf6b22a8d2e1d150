import type { ActionFunctionArgs } from 'react-router'
import { isRole } from '#domain/access/role.ts'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/** Adds an account. After a refusal everything typed is given back, except the password. */
export async function createAccount({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const values = {
    name: String(form.get('name')).trim(),
    email: String(form.get('email')).trim(),
    role: String(form.get('role')),
    organisationId: String(form.get('organisationId')),
  }
  if (!isRole(values.role)) {
    return { kind: 'refused', values, problem: null, roleError: 'Choose a role' } as const
  }
  const organisationId = values.organisationId === '' ? null : values.organisationId
  const body = { ...values, role: values.role, organisationId, password: String(form.get('password')) }
  const created = await attempt(api.POST('/accounts', { body }))
  if (!created.ok) return { kind: 'refused', values, problem: created.problem, roleError: undefined } as const
  return { kind: 'created', account: created.data } as const
}
