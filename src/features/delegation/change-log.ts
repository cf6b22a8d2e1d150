import { type ActionFunctionArgs, data } from 'react-router'
import { addDelegation } from './add-delegation.ts'
import { endDelegation } from './end-delegation.ts'
import { type LogResult, logIntents } from './log-result.ts'

/** Both forms of a log are answered here, each by its own name. */
export async function changeLog({ request, params }: ActionFunctionArgs) {
  const form = await request.formData()
  const trialId = params.trialId ?? ''
  const result = await (form.get('intent') === logIntents.end ? endDelegation : addDelegation)(trialId, form)
  // With the status of a refusal the log is not read again, and what was typed stays.
  return result.kind === 'done' ? result : data<LogResult>(result, { status: 400 })
}
