import type { ActionFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { newPasswordFaults } from '../../data/new-password-faults.ts'
import { attempt } from '../../data/unwrap.ts'

/** Sets the new password; signing in with it comes next. */
export async function recoverAccount({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const password = String(form.get('password'))
  const faults = newPasswordFaults(password, String(form.get('repeated')))
  if (faults.length > 0) return { kind: 'refused', faults, problem: null } as const
  const recovered = await attempt(api.POST('/recovery', { body: { token: String(form.get('token')), password } }))
  if (!recovered.ok) return { kind: 'refused', faults: [], problem: recovered.problem } as const
  return { kind: 'recovered' } as const
}
