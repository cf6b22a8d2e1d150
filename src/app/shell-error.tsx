import { PageError } from './page-error.tsx'

/** Without a session there is no navigation to draw, only what went wrong. */
export function ShellError() {
  return (
    <main className="nhsuk-width-container nhsuk-main-wrapper">
      <PageError />
    </main>
  )
}
