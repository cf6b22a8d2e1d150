import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import type { TeamsResult } from './teams-result.ts'

/** Makes somebody a member of a team from today on, or ends a membership. */
export async function changeMembers(form: FormData, change: 'add' | 'end'): Promise<TeamsResult> {
  const text = (name: string) => String(form.get(name) ?? '')
  const [teamId, accountId] = [text('teamId'), text('accountId')]
  if (accountId === '') return { kind: 'faulty', fieldId: `member-${teamId}`, message: 'Choose whom to add' }
  const changed = await attempt(
    change === 'add'
      ? api.POST('/teams/{teamId}/members', { params: { path: { teamId } }, body: { accountId } })
      : api.POST('/teams/{teamId}/members/{accountId}/end', { params: { path: { teamId, accountId } } }),
  )
  if (!changed.ok) return { kind: 'refused', problem: changed.problem, words: null }
  const { name, members } = changed.data
  const person = members.find((member) => member.accountId === accountId)?.name ?? text('name')
  return {
    kind: 'done',
    words: change === 'add' ? `${person} is a member of ${name}.` : `${person} is not a member of ${name} any more.`,
  }
}
