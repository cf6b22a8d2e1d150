import { ErrorSummary } from '../../ui/error-summary.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import type { LogResult } from './log-result.ts'

type LogAnswerProps = {
  readonly result: LogResult | undefined
  readonly fieldIds: readonly string[]
  readonly labels: Readonly<Record<string, string>>
}

/** Why the last attempt at a form did not come about, each fault leading to its field. */
export function LogAnswer({ result, fieldIds, labels }: LogAnswerProps) {
  return (
    <>
      <ErrorSummary faults={result?.kind === 'faulty' ? result.faults : []} attempt={result} />
      <ProblemSummary
        problem={result?.kind === 'refused' ? result.problem : null}
        fieldIds={fieldIds}
        labels={labels}
      />
    </>
  )
}
