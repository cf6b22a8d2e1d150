import { fieldErrors } from '../../data/problem.ts'
import { ClinicianVerdict } from '../../ui/clinician-verdict.tsx'
import { ErrorSummary, type FieldFault } from '../../ui/error-summary.tsx'
import type { OverrideResult } from './change-override.ts'

type Errors = { readonly verdict?: string; readonly reason?: string }

/** What has to be corrected, by field. */
export function overrideErrors(result: OverrideResult | undefined): Errors {
  if (result?.kind === 'unchosen') return { verdict: 'Choose your verdict' }
  if (result?.kind !== 'refused') return {}
  const { reason } = fieldErrors(result.problem)
  return reason === undefined ? {} : { reason: `The reason ${reason}` }
}

type OverrideFaultsProps = {
  readonly result: OverrideResult | undefined
  /** What the ids of the fields begin with. */
  readonly id: string
}

/** What has to be corrected; where a colleague was first, what they said. */
export function OverrideFaults({ result, id }: OverrideFaultsProps) {
  if (result === undefined || result.kind === 'changed') return null
  const faults: FieldFault[] = Object.entries(overrideErrors(result)).map(([field, message]) => ({
    fieldId: `${id}${field}`,
    message,
  }))
  if (result.kind === 'unchosen') return <ErrorSummary faults={faults} attempt={result} />
  const { title, detail, remedy, currentOverride } = result.problem
  return (
    <>
      <ErrorSummary
        title={title}
        remedy={remedy}
        faults={faults.length > 0 ? faults : [{ message: detail }]}
        attempt={result}
      />
      {currentOverride ? <ClinicianVerdict override={currentOverride} /> : null}
    </>
  )
}
