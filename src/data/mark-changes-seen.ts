import { api } from './api-client.ts'
import { attempt } from './unwrap.ts'

/** Notes that the caller has seen these changes. Reading a list never does so by itself. */
export function markChangesSeen(changeIds: readonly string[]) {
  return attempt(api.POST('/changes/seen', { body: { changeIds: [...changeIds] } }))
}
