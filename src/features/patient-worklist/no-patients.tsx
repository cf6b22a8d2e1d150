import { Link } from 'react-router'
import { NoTeamOr } from '../../ui/no-team-or.tsx'
import { EmptyState } from '../../ui/page-states.tsx'
import { nhsNumberFault } from './nhs-number-fault.ts'
import type { PatientSearch } from './patient-filters.ts'

type NoPatientsProps = {
  readonly search: PatientSearch
  readonly text: string | null
  readonly clearAllTo: string
}

/** Why the list is empty: no team, a page that is gone, or filters that nobody matches. */
export function NoPatients(props: NoPatientsProps) {
  return (
    <NoTeamOr>
      <NobodyLeft {...props} />
    </NoTeamOr>
  )
}

function NobodyLeft({ search, text, clearAllTo }: NoPatientsProps) {
  if (search.after !== undefined || search.before !== undefined) {
    return (
      <EmptyState title="There are no patients on this page">
        <p>
          The list has changed since you opened it. <Link to={clearAllTo}>Go to all patients</Link>
        </p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No patients match these filters">
      <NhsNumberFault text={text} />
      <p>
        Take a filter away, or <Link to={clearAllTo}>show all patients</Link>.
      </p>
    </EmptyState>
  )
}

/** Says why a number cannot be anybody's, so that a slip of the fingers is not taken for a missing patient. */
function NhsNumberFault({ text }: { readonly text: string | null }) {
  const message = nhsNumberFault(text)
  return message === null ? null : <p>{message}</p>
}
