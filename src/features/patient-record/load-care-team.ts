import type { LoaderFunctionArgs } from 'react-router'
import { addressId } from '../../data/address-id.ts'
import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'

/**
 * Who looks after the patient, who else has opened the record, and the teams of the organisation with their members, to
 * one of which the patient could be handed over. A failure is handed to the part that asked, so that the page stays.
 */
export async function loadCareTeam({ params, request: { signal } }: LoaderFunctionArgs) {
  const path = { patientId: addressId(params.patientId, 'patient') }
  const [careTeam, teams] = await Promise.all([
    attempt(api.GET('/patients/{patientId}/care-team', { params: { path }, signal })),
    attempt(api.GET('/teams', { signal })),
  ])
  if (!careTeam.ok) return failed(careTeam.problem)
  if (!teams.ok) return failed(teams.problem)
  const others = new Set(careTeam.data.otherTeams.map(({ teamId }) => teamId))
  return {
    careTeam: careTeam.data,
    otherTeams: teams.data.items.filter(({ teamId }) => others.has(teamId)),
    problem: null,
  }
}

function failed<Failure extends { readonly isSignedOut: boolean }>(problem: Failure) {
  if (problem.isSignedOut) throw problem
  return { careTeam: null, otherTeams: [], problem }
}
