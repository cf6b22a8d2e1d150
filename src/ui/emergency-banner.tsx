import type { components } from '#api/schema.ts'
import { emergencyReasonLabel } from '#domain/access/emergency-access.ts'
import { clinicalInstant } from '../format/dates.ts'

type EmergencyBannerProps = { readonly relationship: components['schemas']['PatientRelationship'] }

/**
 * Says on every page of a record that it is open for a stated reason only, until when and why; nothing for a patient of
 * the own team. An alert, so that it is spoken wherever the reader is put on the page.
 */
export function EmergencyBanner({ relationship: { kind, endsAt, reasonCode } }: EmergencyBannerProps) {
  if (kind !== 'emergencyAccess') return null
  return (
    <div className="app-emergency" role="alert">
      <p>
        <strong>Emergency access{endsAt === null ? '' : ` until ${clinicalInstant(endsAt)}`}.</strong> This patient is
        not in the care of your team.{' '}
        {reasonCode === null ? null : `You opened the record for this reason: ${emergencyReasonLabel(reasonCode)}. `}
        Everything you do here is recorded; the privacy officer reviews it.
      </p>
    </div>
  )
}
