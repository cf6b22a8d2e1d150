import { useCallback, useMemo, useState } from 'react'
import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { counted } from '../../format/counts.ts'
import { clinicalDate } from '../../format/dates.ts'
import { type DataColumn, DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { AddMember } from './add-member.tsx'
import { EndMembership } from './end-membership.tsx'
import { TeamAnswer } from './team-answer.tsx'
import { useTeamChanges } from './use-team-changes.ts'

type Schemas = components['schemas']
type Member = Schemas['TeamMember']

type TeamSectionProps = {
  readonly team: Schemas['Team']
  /** Whoever could be a member. */
  readonly clinicians: readonly Schemas['Clinician'][]
}

/** One team: how many patients it looks after, and who they are seen by. */
export function TeamSection({ team, clinicians }: TeamSectionProps) {
  const { teamId, name, members, patients } = team
  const [endingId, setEndingId] = useState<string | null>(null)
  const { fetcher, result, isPending, heading } = useTeamChanges(useCallback(() => setEndingId(null), []))
  const columns = useMemo(() => memberColumns(team, setEndingId), [team])
  const keep = (accountId: string) => {
    setEndingId(null)
    document.getElementById(endButtonId(teamId, accountId))?.focus()
  }
  return (
    <section aria-labelledby={`team-${teamId}`} className="nhsuk-u-margin-bottom-6">
      <h2 className="nhsuk-heading-m" id={`team-${teamId}`} tabIndex={-1} ref={heading}>
        {name}
      </h2>
      <p>{patients === null ? null : `${counted(patients, 'patient')} in its care`}</p>
      <TeamAnswer result={result} />
      {members.length === 0 ? <NoMembers patients={patients ?? 0} /> : null}
      {members.length === 0 ? null : (
        <DataTable
          caption={`Members of ${name}`}
          isCaptionHidden
          columns={columns}
          rows={members}
          rowId={({ accountId }) => accountId}
          detail={(member) =>
            member.accountId !== endingId ? null : (
              <EndMembership
                team={team}
                member={member}
                fetcher={fetcher}
                isPending={isPending}
                onKeep={() => keep(member.accountId)}
              />
            )
          }
        />
      )}
      <AddMember team={team} clinicians={clinicians} fetcher={fetcher} isPending={isPending} result={result} />
    </section>
  )
}

function NoMembers({ patients }: { readonly patients: number }) {
  return (
    <Notice kind="warning" title={patients === 0 ? 'This team has no members' : 'Nobody can see these patients'}>
      <p>
        {patients === 0
          ? 'A patient who is given into its care would be seen by nobody.'
          : `This team has no members. ${counted(patients, 'patient is', 'patients are')} in its care, and no clinician sees them until you add one.`}
      </p>
    </Notice>
  )
}

/** @param onEnd asks whether the membership of somebody is to end */
function memberColumns(
  { teamId, name: teamName }: Schemas['Team'],
  onEnd: (accountId: string) => void,
): readonly DataColumn<Member>[] {
  return [
    { id: 'name', header: 'Name', isRowHeader: true, cell: ({ name }) => name },
    { id: 'role', header: 'Role', cell: ({ role }) => roleLabel(role) },
    { id: 'since', header: 'Member since', isUnbroken: true, cell: ({ since }) => clinicalDate(since) },
    {
      id: 'end',
      header: 'Change',
      isScreenOnly: true,
      cell: ({ accountId, name }) => (
        <button
          type="button"
          className="app-link-button"
          id={endButtonId(teamId, accountId)}
          onClick={() => onEnd(accountId)}
        >
          End membership
          <span className="nhsuk-u-visually-hidden">
            : {name} in {teamName}
          </span>
        </button>
      ),
    },
  ]
}

function endButtonId(teamId: string, accountId: string): string {
  return `end-${teamId}-${accountId}`
}
