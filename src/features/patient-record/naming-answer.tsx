import { ErrorSummary } from '../../ui/error-summary.tsx'
import { ProblemSummary } from '../../ui/problem-summary.tsx'
import type { NamingResult } from './change-named-people.ts'

type NamingAnswerProps = {
  readonly result: NamingResult | undefined
  readonly labels: Readonly<Record<string, string>>
}

/** Why the last attempt at a form did not come about, each fault leading to its field. */
export function NamingAnswer({ result, labels }: NamingAnswerProps) {
  return (
    <>
      <ErrorSummary faults={result?.kind === 'faulty' ? result.faults : []} attempt={result} />
      <ProblemSummary
        problem={result?.kind === 'refused' ? result.problem : null}
        fieldIds={Object.keys(labels)}
        labels={labels}
      />
    </>
  )
}
