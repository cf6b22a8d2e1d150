import { HttpResponse, http } from 'msw/http'
import type { components } from '#api/schema.ts'
import { oncologistSession } from './render-route.tsx'

type Schemas = components['schemas']

/** Answers with one team, of which the oncologist who is signed in is a member or not. */
export function answerTeams({ isMember }: { readonly isMember: boolean }) {
  const { accountId = '', name = '' } = oncologistSession.caller ?? {}
  const member: Schemas['TeamMember'] = { accountId, name, role: 'oncologist', since: '2026-01-05' }
  const team: Schemas['Team'] = {
    teamId: '00000000-0000-4000-8000-0000000000b1',
    name: 'Rare cancer team',
    members: isMember ? [member] : [],
    patients: null,
  }
  return http.get('*/api/teams', () =>
    HttpResponse.json<Schemas['TeamList']>({ items: [team], clinicians: [], withoutTeam: null }),
  )
}
