import type { ActionFunctionArgs } from 'react-router'
import { markChangesSeen } from '../../data/mark-changes-seen.ts'

/** Marks what was listed under one heading as seen; the list is then loaded anew without it. */
export async function markListSeen({ request }: ActionFunctionArgs) {
  const changeIds = (await request.formData()).getAll('changeId').map(String)
  const marked = await markChangesSeen(changeIds)
  return marked.ok ? { count: changeIds.length, problem: null } : { count: 0, problem: marked.problem }
}
