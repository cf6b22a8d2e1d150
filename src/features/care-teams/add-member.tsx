import type { FetcherWithComponents } from 'react-router'
import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { SelectField } from '../../ui/fields/select-field.tsx'
import { SubmitButton } from '../../ui/submit-button.tsx'
import { type TeamsResult, teamIntents } from './teams-result.ts'

type Schemas = components['schemas']

type AddMemberProps = {
  readonly team: Schemas['Team']
  readonly clinicians: readonly Schemas['Clinician'][]
  readonly fetcher: FetcherWithComponents<TeamsResult>
  readonly isPending: boolean
  readonly result: TeamsResult | null
}

/** Makes one of the organisation's clinicians a member. */
export function AddMember({ team, clinicians, fetcher, isPending, result }: AddMemberProps) {
  const { teamId, name: teamName, members } = team
  const others = clinicians.filter(({ accountId }) => !members.some((member) => member.accountId === accountId))
  if (others.length === 0) {
    return <p className="app-print-hidden">Every oncologist and nurse of your organisation is a member.</p>
  }
  return (
    <fetcher.Form
      method="post"
      noValidate
      className="app-narrow app-print-hidden"
      aria-label={`Add a member to ${teamName}`}
      // A new choice after each member added.
      key={members.length}
    >
      <input type="hidden" name="intent" value={teamIntents.addMember} />
      <input type="hidden" name="teamId" value={teamId} />
      <SelectField
        label={
          <>
            Add a member<span className="nhsuk-u-visually-hidden">: {teamName}</span>
          </>
        }
        name="accountId"
        id={`member-${teamId}`}
        emptyLabel="Choose a clinician"
        choices={others.map(({ accountId, name, role }) => ({
          value: accountId,
          label: `${name} (${roleLabel(role)})`,
        }))}
        error={result?.kind === 'faulty' ? result.message : undefined}
      />
      <SubmitButton isPending={isPending} kind="secondary" isSmall>
        Add member<span className="nhsuk-u-visually-hidden">: {teamName}</span>
      </SubmitButton>
    </fetcher.Form>
  )
}
