import type { ReactNode } from 'react'
import type { ApiProblem } from '../data/problem.ts'

/** Shown while data that is not part of the page's loader is on its way. */
export function LoadingState({ what }: { readonly what: string }) {
  return (
    <p className="app-state" role="status">
      Loading {what}…
    </p>
  )
}

type ErrorStateProps = {
  readonly problem: Pick<ApiProblem, 'title' | 'detail' | 'remedy'>
  readonly onRetry?: () => void
}

/** What failed, why, and what to do. Never stands in for an empty list. */
export function ErrorState({ problem, onRetry }: ErrorStateProps) {
  return (
    <div className="app-state app-state--error" role="alert">
      <h2 className="nhsuk-heading-m">{problem.title}</h2>
      <p>{problem.detail}</p>
      {problem.remedy === null ? null : <p>{problem.remedy}</p>}
      {onRetry === undefined ? null : (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  )
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
