import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import type { TeamsResult } from './teams-result.ts'

/** Adds a team to the own organisation. */
export async function createTeam(form: FormData): Promise<TeamsResult> {
  const name = String(form.get('name')).trim()
  if (name === '') return { kind: 'faulty', fieldId: 'team-name', message: 'Enter the name of the team' }
  const header = { 'idempotency-key': String(form.get('idempotencyKey')) }
  const created = await attempt(api.POST('/teams', { params: { header }, body: { name } }))
  if (!created.ok) return { kind: 'refused', problem: created.problem, words: null }
  return { kind: 'done', words: `${created.data.name} was added. Now add its members.` }
}
