import { api, inBackground } from '../data/api-client.ts'
import type { Caller } from '../data/session.ts'
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

/** Who is signed in now; null for nobody, and where no answer came. Asking does not lengthen the session. */
export async function readCaller(): Promise<Caller | null> {
  const answer = await attempt(api.GET('/session', { headers: inBackground }))
  return answer.ok ? answer.data.caller : null
}

/** Signs in over the page that is open, in two steps where the account asks for a code too. */
export async function signInAgain(form: FormData) {
  if (form.has('code')) {
    return attempt(api.POST('/session/second-factor', { body: { code: String(form.get('code')).trim() } }))
  }
  const body = { email: String(form.get('email')).trim(), password: String(form.get('password')) }
  return attempt(api.POST('/session', { body }))
}
