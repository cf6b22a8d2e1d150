import type { ApiProblem } from '../data/problem.ts'
import { fieldErrors } from '../data/problem.ts'
import { ErrorSummary, type FieldFault } from './error-summary.tsx'

type ProblemSummaryProps = {
  /** What an action returned; nothing is drawn without one. */
  readonly problem: ApiProblem | null | undefined
  /** Ids of the fields on the page; a fault of any other field stands without a link. Default: all have one. */
  readonly fieldIds?: readonly string[]
  /** What the fields are called on the page, by id: a fault that says only "must not be empty" is led by the name. */
  readonly labels?: Readonly<Record<string, string>>
}

/** The error summary of a problem: its field faults as links, otherwise its own explanation, and what to do. */
export function ProblemSummary({ problem, fieldIds, labels = {} }: ProblemSummaryProps) {
  if (!problem) return null
  const faults: FieldFault[] = Object.entries(fieldErrors(problem)).map(([fieldId, fault]) => {
    const message = named(labels[fieldId], fault)
    return fieldIds && !fieldIds.includes(fieldId) ? { message } : { fieldId, message }
  })
  return (
    <ErrorSummary
      title={problem.title}
      faults={faults.length === 0 ? [{ message: problem.detail }] : faults}
      attempt={problem}
      remedy={problem.remedy}
    />
  )
}

/** A fault of the contract is written to stand behind a name ("must not be empty"); one that is a sentence stands alone. */
function named(label: string | undefined, fault: string): string {
  return label === undefined || !/^\p{Ll}/u.test(fault) ? fault : `${label} ${fault}`
}
