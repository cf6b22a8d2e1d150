import type { ReactNode } from 'react'
import type { ApiProblem } from '../data/problem.ts'
import { WayBack } from './way-back.tsx'

/** Shown while data that is not part of the page's loader is on its way. */
export function LoadingState({ what }: { readonly what: string }) {
  return (
    <p className="app-state" role="status">
      Loading {what}…
    </p>
  )
}

/** What went wrong in words; without a status when it was no answer of the service. */
export type ShownProblem = Pick<ApiProblem, 'title' | 'detail' | 'remedy'> & Partial<Pick<ApiProblem, 'status'>>

type ErrorStateProps = {
  readonly problem: ShownProblem
  readonly onRetry?: () => void
}

/**
 * What failed, why, and what to do. Never stands in for an empty list. What would be refused again is not offered again:
 * then the way back is.
 */
export function ErrorState({ problem, onRetry }: ErrorStateProps) {
  return (
    <div className="app-state app-state--error" role="alert">
      <h2 className="nhsuk-heading-m">{problem.title}</h2>
      <p>{problem.detail}</p>
      {problem.remedy === null ? null : <p>{problem.remedy}</p>}
      {canPass(problem) ? null : <WayBack />}
      {onRetry === undefined || !canPass(problem) ? null : (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  )
}

/** No answer (status 0), too slow, too many requests, or a fault of the server: the same request may succeed later. */
function canPass({ status }: ShownProblem): boolean {
  return status === undefined || status === 0 || status === 408 || status === 429 || status >= 500
}

type EmptyStateProps = {
  /** What there is none of, for example "No patients match these filters". */
  readonly title: string
  /** What to do about it: a sentence, a link that clears the filters. */
  readonly children: ReactNode
}

/** An answer that holds nothing, with what to do next. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="app-state">
      <h2 className="nhsuk-heading-s">{title}</h2>
      <div>{children}</div>
    </div>
  )
}
