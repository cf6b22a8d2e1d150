import type { ApiProblem } from '../data/problem.ts'
import { fieldErrors } from '../data/problem.ts'
import { ErrorSummary, type FieldFault } from './error-summary.tsx'

type ProblemSummaryProps = {
  /** What an action returned; nothing is drawn without one. */
  readonly problem: ApiProblem | null | undefined
  /** Ids of the fields on the page; a fault of any other field stands without a link. Default: all have one. */
  readonly fieldIds?: readonly string[]
}

/** The error summary of a problem: its field faults as links, otherwise its own explanation, and what to do. */
export function ProblemSummary({ problem, fieldIds }: ProblemSummaryProps) {
  if (!problem) return null
  const faults: FieldFault[] = Object.entries(fieldErrors(problem)).map(([fieldId, message]) =>
    fieldIds && !fieldIds.includes(fieldId) ? { message } : { fieldId, message },
  )
  return (
    <ErrorSummary
      title={problem.title}
      faults={faults.length === 0 ? [{ message: problem.detail }] : faults}
      attempt={problem}
      remedy={problem.remedy}
    />
  )
}
