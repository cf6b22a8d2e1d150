import type { ActionFunctionArgs } from 'react-router'
import { assignPatients } from './assign-patients.ts'
import { changeMembers } from './change-members.ts'
import { createTeam } from './create-team.ts'
import { type TeamsResult, teamIntents } from './teams-result.ts'

/** Every form of the page of teams is answered here, each by its own name. */
export async function changeTeams({ request }: ActionFunctionArgs): Promise<TeamsResult> {
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === teamIntents.createTeam) return createTeam(form)
  if (intent === teamIntents.assignPatients) return assignPatients(form)
  return changeMembers(form, intent === teamIntents.endMembership ? 'end' : 'add')
}
