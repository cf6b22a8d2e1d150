import { redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import { nextPath } from './next-path.ts'

/** Signs in with e-mail address and password and goes where the reader was going, or on to the code. */
export async function signIn(form: FormData, url: URL) {
  const email = String(form.get('email')).trim()
  const password = String(form.get('password'))
  const faults = [
    ...(email === '' ? [{ fieldId: 'email', message: 'Enter your email address' }] : []),
    ...(password === '' ? [{ fieldId: 'password', message: 'Enter your password' }] : []),
  ]
  if (faults.length > 0) return { faults, problem: null }
  const signedIn = await attempt(api.POST('/session', { body: { email, password } }))
  if (!signedIn.ok) return { faults: [], problem: signedIn.problem }
  if (signedIn.data.awaits === 'code') return { faults: [], problem: null }
  return redirect(nextPath(signedIn.data, url))
}
