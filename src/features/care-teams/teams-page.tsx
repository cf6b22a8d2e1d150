import { useLoaderData } from 'react-router'
import { PageHeading } from '../../ui/page-heading.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import type { loadTeams } from './load-teams.ts'
import { NewTeamForm } from './new-team-form.tsx'
import { TeamSection } from './team-section.tsx'
import { UnassignedPatients } from './unassigned-patients.tsx'

/** The clinical teams of an organisation: who sees whose patients, and the patients whom nobody sees yet. */
export function TeamsPage() {
  const { teams, clinicians, unassigned } = useLoaderData<typeof loadTeams>()
  return (
    <>
      <PageHeading title="Clinical teams" />
      <p>A clinician sees the patients of the teams that the clinician is a member of, and of no other.</p>
      <UnassignedPatients unassigned={unassigned} teams={teams} />
      {teams.length === 0 ? (
        <EmptyState title="There are no teams yet">
          <p>Until there is one with members, no clinician sees any patient. Add the first one below.</p>
        </EmptyState>
      ) : (
        teams.map((team) => <TeamSection key={team.teamId} team={team} clinicians={clinicians} />)
      )}
      <NewTeamForm />
    </>
  )
}
