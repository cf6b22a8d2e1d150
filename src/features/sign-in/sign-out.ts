import { redirect } from 'react-router'
import { api } from '../../data/api-client.ts'
import { paths } from '../../data/paths.ts'
import { signOutAtProvider } from '../../data/single-sign-on.ts'
import { unwrap } from '../../data/unwrap.ts'

/** Ends the session. If the server cannot be reached the error page says so: the session may still be open. */
export async function signOut() {
  await unwrap(api.DELETE('/session'))
  await signOutAtProvider()
  return redirect(paths.signIn)
}

/** The address opened by hand has nothing to show. */
export function leaveSignOut() {
  return redirect(paths.home)
}
