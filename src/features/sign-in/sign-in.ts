import { type ActionFunctionArgs, redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import { returnPath } from './return-path.ts'

/** Signs in with e-mail address and password and goes where the reader was going. */
export async function signIn({ request, url }: ActionFunctionArgs) {
  const form = await request.formData()
  const email = String(form.get('email')).trim()
  const password = String(form.get('password'))
  const faults = [
    ...(email === '' ? [{ fieldId: 'email', message: 'Enter your email address' }] : []),
    ...(password === '' ? [{ fieldId: 'password', message: 'Enter your password' }] : []),
  ]
  if (faults.length > 0) return { faults, problem: null }
  const signedIn = await attempt(api.POST('/session', { body: { email, password } }))
  if (!signedIn.ok) return { faults: [], problem: signedIn.problem }
  return redirect(returnPath(url.searchParams))
}
