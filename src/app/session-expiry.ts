import { api, inBackground } from '../data/api-client.ts'
import { attempt } from '../data/unwrap.ts'

/** How long the session still lasts. Asking does not lengthen it. Undefined where no answer came. */
export async function readSessionExpiry() {
  const answer = await attempt(api.GET('/session/expiry', { headers: inBackground }))
  return answer.ok ? answer.data.open : undefined
}

/** Somebody is there: the session lasts on from now. */
export async function staySignedIn(): Promise<void> {
  await attempt(api.GET('/session/expiry'))
}

/** Signs in over the page that is open, in two steps where the account asks for a code too. */
export async function signInAgain(form: FormData) {
  if (form.has('code')) {
    return attempt(api.POST('/session/second-factor', { body: { code: String(form.get('code')).trim() } }))
  }
  const body = { email: String(form.get('email')).trim(), password: String(form.get('password')) }
  return attempt(api.POST('/session', { body }))
}
