import type { components } from '#api/schema.ts'
import { api } from './api-client.ts'
import type { Caller } from './session.ts'
import { attempt } from './unwrap.ts'

type Team = components['schemas']['Team']

/** Whether somebody is a member of a team today. */
export function isMember({ members }: Team, caller: Caller | null): boolean {
  return caller !== null && members.some(({ accountId }) => accountId === caller.accountId)
}

/** The teams of the own organisation, for whoever sees no patient: perhaps as a member of none. */
export function loadOwnTeams(signal?: AbortSignal) {
  return attempt(api.GET('/teams', signal === undefined ? {} : { signal }))
}
