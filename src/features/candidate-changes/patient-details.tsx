import { nhsNumberText } from '../../format/nhs-number.ts'
import { bornText } from '../../ui/identity-banner.tsx'
import type { Change } from './group-changes.ts'

/** What tells one patient from another of the same name. */
export function PatientDetails({ patient: { bornOn, nhsNumber } }: { readonly patient: Change['patient'] }) {
  return (
    <span className="app-change__note">
      <span className="nhsuk-u-visually-hidden">born </span>
      {bornText(bornOn, null)}, <span className="nhsuk-u-visually-hidden">NHS No. </span>
      {nhsNumberText(nhsNumber)}
    </span>
  )
}
