import { api } from '../../data/api-client.ts'
import { attempt } from '../../data/unwrap.ts'
import { fewestCharacters, type LogResult } from './log-result.ts'

/** Ends one line for a reason; it stays in the log. */
export async function endDelegation(trialId: string, form: FormData): Promise<LogResult> {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const reason = text('reason')
  if (reason.length < fewestCharacters) {
    const message = `Say in at least ${fewestCharacters} characters why it ends`
    return { kind: 'faulty', faults: [{ fieldId: 'reason', message }] }
  }
  const params = { path: { trialId, entryId: text('entryId') } }
  const ended = await attempt(api.POST('/trials/{trialId}/delegation-log/{entryId}/end', { params, body: { reason } }))
  return ended.ok ? { kind: 'done', words: `Ended: ${text('what')}.` } : { kind: 'refused', problem: ended.problem }
}
