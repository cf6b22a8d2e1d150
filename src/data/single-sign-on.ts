import type { components } from '#api/schema.ts'
import { api } from './api-client.ts'
import { withSearch } from './paths.ts'
import { pageMemory } from './session-end.ts'
import { attempt } from './unwrap.ts'

export type SingleSignOn = components['schemas']['SingleSignOn']

const notOffered: SingleSignOn = { name: null, isUsed: false, roles: [], refusal: null, signOutAt: null }

/** Where signing in with single sign-on stands. Without an answer it is not offered: a password can still be typed. */
export async function readSingleSignOn(signal: AbortSignal | null = null): Promise<SingleSignOn> {
  const answer = await attempt(api.GET('/single-sign-on', { signal }))
  return answer.ok ? answer.data : notOffered
}

/** Where the way to the provider begins. It is an address of the server, not a page: a link to it loads anew. */
export function singleSignOnStart(returnTo: string): string {
  return withSearch('/sso/start', { return: returnTo })
}

/** After the session has ended here: goes on to the provider, should it have opened that session. */
export async function signOutAtProvider(): Promise<void> {
  const { signOutAt } = await readSingleSignOn()
  if (signOutAt !== null) pageMemory.empty(signOutAt)
}
