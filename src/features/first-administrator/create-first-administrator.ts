import { type ActionFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { paths } from '../../data/paths.ts'
import { attempt } from '../../data/unwrap.ts'

/** Creates the first administrator, who is then signed in. */
export async function createFirstAdministrator({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const body = {
    token: String(form.get('token')),
    name: String(form.get('name')).trim(),
    email: String(form.get('email')).trim(),
    password: String(form.get('password')),
  }
  const created = await attempt(api.POST('/first-administrator', { body }))
  return created.ok ? redirect(paths.home) : { problem: created.problem }
}
