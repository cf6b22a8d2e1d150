import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import { counted } from '../../format/counts.ts'
import type { TeamsResult } from './teams-result.ts'

/** Gives patients without a team into the care of one, one after another; the first refusal ends it. */
export async function assignPatients(form: FormData): Promise<TeamsResult> {
  const teamId = String(form.get('teamId') ?? '')
  const patientIds = form.getAll('patientId').map(String)
  if (patientIds.length === 0) return { kind: 'faulty', fieldId: 'choose-all', message: 'Choose at least one patient' }
  if (teamId === '') return { kind: 'faulty', fieldId: String(form.get('fieldId')), message: 'Choose a team' }
  let team = ''
  for (const [assigned, patientId] of patientIds.entries()) {
    const params = { path: { patientId } }
    const given = await attempt(api.PUT('/patients/{patientId}/team', { params, body: { from: null, teamId } }))
    if (!given.ok) {
      const words = assigned === 0 ? null : `${counted(assigned, 'patient was', 'patients were')} assigned before that.`
      return { kind: 'refused', problem: given.problem, words }
    }
    team = given.data.name
  }
  const single = patientIds.length === 1 ? form.get('patientName') : null
  const who = single === null ? counted(patientIds.length, 'patient is', 'patients are') : `${String(single)} is`
  return { kind: 'done', words: `${who} now in the care of ${team}.` }
}
