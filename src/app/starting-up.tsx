import { LoadingState } from '../ui/page-states.tsx'

/** Before the first answer of the server. */
export function StartingUp() {
  return (
    <main className="nhsuk-width-container nhsuk-main-wrapper">
      <LoadingState what="the service" />
    </main>
  )
}
