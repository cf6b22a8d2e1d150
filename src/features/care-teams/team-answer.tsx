import { ErrorSummary } from '../../ui/error-summary.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import { StatusMessage } from '../../ui/status-message.tsx'
import type { TeamsResult } from './teams-result.ts'

/** What came of the last request of this part of the page: what was done, or why not. */
export function TeamAnswer({ result }: { readonly result: TeamsResult | null }) {
  const done = result?.kind === 'done' ? result.words : null
  const before = result?.kind === 'refused' ? result.words : null
  return (
    <>
      <ErrorSummary faults={result?.kind === 'faulty' ? [result] : []} attempt={result ?? undefined} />
      <ProblemSummary problem={result?.kind === 'refused' ? result.problem : null} fieldIds={[]} />
      <StatusMessage isHidden={done === null && before === null}>{done ?? before}</StatusMessage>
    </>
  )
}
