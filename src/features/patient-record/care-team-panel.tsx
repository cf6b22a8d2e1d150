import { useEffect } from 'react'
import { useFetcher } from 'react-router'
import type { components } from '#api/schema.ts'
import { emergencyReasonLabel } from '#domain/access/emergency-access.ts'
import { roleLabel } from '#domain/access/role.ts'
import { pathTo } from '../../data/paths.ts'
import { clinicalDate, clinicalInstant } from '../../format/dates.ts'
import { ErrorState, LoadingState } from '../../ui/page-states.tsx'
import { HandOver } from './hand-over.tsx'
import type { loadCareTeam } from './load-care-team.ts'
import { NamedPeople } from './named-people.tsx'

type Schemas = components['schemas']

/** Who can open this record and why: the members of the team, whoever has opened it from outside, and who is named. */
export function CareTeamPanel({ patient }: { readonly patient: Schemas['Patient'] }) {
  const { load, state, data } = useFetcher<typeof loadCareTeam>()
  const address = pathTo.patientTeam(patient.patientId)
  useEffect(() => void load(address), [load, address])
  if (data === undefined) return <LoadingState what="the care team" />
  const { careTeam, otherTeams, problem } = data
  if (problem !== null) {
    return state === 'idle' ? <ErrorState problem={problem} onRetry={() => void load(address)} /> : null
  }
  return (
    <>
      <h2 className="nhsuk-heading-xs">Members of the team</h2>
      <Members careTeam={careTeam} />
      <h2 className="nhsuk-heading-xs">Opened from outside the team</h2>
      {careTeam.accesses.length === 0 ? (
        <p>Nobody outside the team can open this record now.</p>
      ) : (
        <ul>
          {careTeam.accesses.map(({ name, role, beganAt, endsAt, reasonCode }) => (
            <li key={`${name} ${beganAt}`}>
              {name} ({roleLabel(role)}), {clinicalInstant(beganAt)} to {clinicalInstant(endsAt)}:{' '}
              {emergencyReasonLabel(reasonCode)}
            </li>
          ))}
        </ul>
      )}
      <NamedPeople patient={patient} />
      {careTeam.team === null || patient.relationship.kind === 'emergencyAccess' ? null : (
        <HandOver patient={patient} from={careTeam.team} otherTeams={otherTeams} />
      )}
    </>
  )
}

function Members({ careTeam: { team, members } }: { readonly careTeam: Schemas['PatientCareTeam'] }) {
  if (team === null) return <p>No team looks after this patient yet. The information officer assigns one.</p>
  if (members.length === 0) return <p>{team.name} has no members.</p>
  return (
    <ul>
      {members.map(({ accountId, name, role, since }) => (
        <li key={accountId}>
          {name} ({roleLabel(role)}), since {clinicalDate(since)}
        </li>
      ))}
    </ul>
  )
}
