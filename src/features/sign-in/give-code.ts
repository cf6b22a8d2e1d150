import { redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import { nextPath } from './next-path.ts'

/** The second step: the code of the app, or a recovery code. */
export async function giveCode(form: FormData, url: URL) {
  const code = String(form.get('code')).trim()
  if (code.length < 6) {
    const message = 'Enter the six digits of your app, or a recovery code'
    return { faults: [{ fieldId: 'code', message }], problem: null }
  }
  const signedIn = await attempt(api.POST('/session/second-factor', { body: { code } }))
  if (!signedIn.ok) return { faults: [], problem: signedIn.problem }
  return redirect(nextPath(signedIn.data, url))
}
