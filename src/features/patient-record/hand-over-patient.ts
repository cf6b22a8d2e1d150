import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { components } from '#api/schema.ts'
import { api } from '../../data/api-client.ts'
import { paths, withSearch } from '../../data/paths.ts'
import type { ApiProblem } from '../../data/problem.ts'
import { attempt } from '../../data/unwrap.ts'

type CareTeam = components['schemas']['CareTeam']

export type HandOverResult = {
  readonly problem: ApiProblem
  /** Who looks after the patient now, as far as the caller may still know it. */
  readonly now: { readonly kind: 'team'; readonly team: CareTeam | null } | { readonly kind: 'closed' } | null
}

/**
 * Gives the patient into the care of another team. The record may be closed to the caller then, so that the way leads to
 * a page that shows nobody. A refusal leaves the page as it is, with what was chosen.
 */
export async function handOverPatient({ params, request }: ActionFunctionArgs) {
  const form = await request.formData()
  const path = { patientId: params.patientId ?? '' }
  const [from, teamId] = [String(form.get('from')), String(form.get('teamId'))]
  const body = { from: from === '' ? null : from, teamId }
  const given = await attempt(api.PUT('/patients/{patientId}/team', { params: { path }, body }))
  if (given.ok) return redirect(withSearch(paths.handedOver, { team: teamId }))
  const { problem } = given
  const result: HandOverResult = { problem, now: problem.isConflict ? await careTeamNow(path.patientId) : null }
  // With the status of a refusal the page is not read again, which would fail where the record is closed by now.
  return data(result, { status: 409 })
}

async function careTeamNow(patientId: string): Promise<HandOverResult['now']> {
  const found = await attempt(api.GET('/patients/{patientId}/care-team', { params: { path: { patientId } } }))
  if (found.ok) return { kind: 'team', team: found.data.team }
  return found.problem.status === 404 ? { kind: 'closed' } : null
}
