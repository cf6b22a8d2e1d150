import type { ActionFunctionArgs } from 'react-router'
import { api } from '../../data/api-client.ts'
import { pageMemory } from '../../data/session-end.ts'
import { attempt } from '../../data/unwrap.ts'

/** Signs in with the role that was chosen. The page is loaded anew, so that nothing of another role stays in it. */
export async function chooseRole({ request }: ActionFunctionArgs) {
  const optionId = (await request.formData()).get('optionId')
  if (typeof optionId !== 'string') {
    return { faults: [{ fieldId: 'optionId', message: 'Choose the role that you work in now' }], problem: null }
  }
  const chosen = await attempt(api.POST('/single-sign-on/role', { body: { optionId } }))
  if (!chosen.ok) return { faults: [], problem: chosen.problem }
  pageMemory.empty(chosen.data.returnTo)
  return { faults: [], problem: null }
}
