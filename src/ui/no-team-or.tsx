import { type ReactNode, useMemo } from 'react'
import type { components } from '#api/schema.ts'
import { capacitiesOfRole } from '#domain/referral/referral-actor.ts'
import { useSession } from '../data/session.ts'
import { isMember, loadOwnTeams } from '../data/team-membership.ts'
import { useAnswer } from '../data/use-answer.ts'
import { NoTeamNotice } from './no-team-notice.tsx'

/** What stands in the place of an empty list of the own patients: for a clinician in no team, that this is why. */
export function NoTeamOr({ children }: { readonly children: ReactNode }) {
  const { caller } = useSession()
  // At a site and among leads nobody works through teams.
  if (caller === null || !capacitiesOfRole(caller.role).includes('referrer')) return children
  return <NoTeamOrOf caller={caller}>{children}</NoTeamOrOf>
}

type NoTeamOrOfProps = { readonly caller: components['schemas']['Caller']; readonly children: ReactNode }

function NoTeamOrOf({ caller, children }: NoTeamOrOfProps) {
  const { answer } = useAnswer(useMemo(() => loadOwnTeams(), []))
  if (answer === null) return null
  return answer.ok && !answer.data.items.some((team) => isMember(team, caller)) ? <NoTeamNotice /> : children
}
