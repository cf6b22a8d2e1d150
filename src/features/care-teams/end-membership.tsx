import { useLayoutEffect, useRef } from 'react'
import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type TeamsResult, teamIntents } from './teams-result.ts'

type Schemas = components['schemas']

type EndMembershipProps = {
  readonly team: Schemas['Team']
  readonly member: Schemas['TeamMember']
  readonly fetcher: FetcherWithComponents<TeamsResult>
  readonly isPending: boolean
  readonly onKeep: () => void
}

/** Says what it means before a membership ends. */
export function EndMembership({ team, member, fetcher, isPending, onKeep }: EndMembershipProps) {
  const question = useRef<HTMLParagraphElement>(null)
  useLayoutEffect(() => question.current?.focus(), [])
  const isLast = team.members.length === 1
  return (
    <fetcher.Form method="post" noValidate aria-label={`End the membership of ${member.name}`}>
      <input type="hidden" name="intent" value={teamIntents.endMembership} />
      <input type="hidden" name="teamId" value={team.teamId} />
      <input type="hidden" name="accountId" value={member.accountId} />
      <input type="hidden" name="name" value={member.name} />
      <p tabIndex={-1} ref={question}>
        End the membership of {member.name} in {team.name}? From now on the patients of this team are not theirs: their
        records close for {member.name} at once. What they recorded stays.
        {isLast ? ' Nobody else is a member: no clinician will see these patients.' : null}
      </p>
      <div className="app-inline-form">
        <SubmitButton isPending={isPending} kind="warning" isSmall>
          End the membership
        </SubmitButton>{' '}
        <button type="button" className="nhsuk-button nhsuk-button--secondary app-button-small" onClick={onKeep}>
          Keep it
        </button>
      </div>
    </fetcher.Form>
  )
}
