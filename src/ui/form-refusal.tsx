import { type ApiProblem, fieldErrors } from '../data/problem.ts'
import { ErrorSummary, type FieldFault } from './error-summary.tsx'
import { ProblemSummary } from './problem-summary.tsx'

/** Why an attempt at a form came to nothing: faults that the page found, or else what the API answered. */
export type Refusal = { readonly faults: readonly FieldFault[]; readonly problem: ApiProblem | null }

type FormRefusalProps = {
  /** The last attempt, when it was refused. */
  readonly refused: Refusal | null
  /** What the fields are called, by id. */
  readonly labels: Readonly<Record<string, string>>
}

/** All that was wrong with the last attempt at a form, each fault leading to its field. */
export function FormRefusal({ refused, labels }: FormRefusalProps) {
  return (
    <>
      <ErrorSummary faults={refused?.faults ?? []} attempt={refused ?? undefined} />
      <ProblemSummary problem={refused?.problem} fieldIds={Object.keys(labels)} labels={labels} />
    </>
  )
}

/** What stands at one field. */
export function faultAt(refused: Refusal | null, fieldId: string): string | undefined {
  return refused?.faults.find((fault) => fault.fieldId === fieldId)?.message ?? fieldErrors(refused?.problem)[fieldId]
}
