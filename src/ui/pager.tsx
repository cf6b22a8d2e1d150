import { Link, type To } from 'react-router'
import { countText, totalText } from '../format/counts.ts'

type PagerProps = {
  /** Rows on this page. */
  readonly shown: number
  readonly total: { readonly count: number; readonly isCapped: boolean }
  /** What is counted, in the plural: "patients". */
  readonly what: string
  /** Null on the last page. */
  readonly nextTo: To | null
  /** Null on the first page. */
  readonly previousTo: To | null
  /** Goes along with every page: what is sought but must not stand in the address. */
  readonly state?: unknown
}

/** How much of the list is shown, and the pages before and after. */
export function Pager({ shown, total, what, nextTo, previousTo, state }: PagerProps) {
  return (
    <nav className="app-pager" aria-label={`Pages of ${what}`}>
      <p className="app-pager__count">
        Showing {countText(shown)} of {totalText(total)} {what}
      </p>
      {previousTo === null ? null : (
        <Link to={previousTo} rel="prev" state={state}>
          <span aria-hidden="true">← </span>Previous page
        </Link>
      )}
      {nextTo === null ? null : (
        <Link to={nextTo} rel="next" state={state}>
          Next page<span aria-hidden="true"> →</span>
        </Link>
      )}
    </nav>
  )
}
