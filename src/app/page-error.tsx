import { Navigate, useLocation, useRevalidator, useRouteError } from 'react-router'
import { paths, withSearch } from '../data/paths.ts'
import { ApiProblem } from '../data/problem.ts'
import { PageHeading } from '../ui/page-heading.tsx'
import { ErrorState, type ShownProblem } from '../ui/page-states.tsx'

/**
 * What stands in place of a page that could not be loaded. Somebody whose session has ended is sent to sign in and comes
 * back to the same address; addresses hold no free text, so nothing about a person travels with it.
 */
export function PageError() {
  const error = useRouteError()
  const location = useLocation()
  const revalidator = useRevalidator()
  if (error instanceof ApiProblem && error.isSignedOut) {
    return <Navigate to={withSearch(paths.signIn, { return: location.pathname + location.search })} replace />
  }
  return (
    <>
      <PageHeading title="This page could not be shown" />
      <ErrorState problem={explain(error)} onRetry={() => void revalidator.revalidate()} />
    </>
  )
}

function explain(error: unknown): ShownProblem {
  if (error instanceof ApiProblem) return error
  return {
    title: 'Something went wrong on this page',
    detail: error instanceof Error ? error.message : 'The page stopped and gave no reason.',
    remedy: 'Reload the page. If it happens again, tell the people who run this service what you were doing.',
  }
}
