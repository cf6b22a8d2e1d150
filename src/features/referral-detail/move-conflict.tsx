import type { components } from '#api/schema.ts'
import { roleLabel } from '#domain/access/role.ts'
import { findReason } from '#domain/referral/referral-reasons.ts'
import { describeStatus, isReferralStatus } from '#domain/referral/referral-status.ts'
import { clinicalInstant } from '../../format/dates.ts'
import { StatusTag } from '../../ui/status-tag.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import type { MoveValues } from './move-values.ts'

type MoveConflictProps = {
  /** As it is stored now. */
  readonly referral: components['schemas']['ReferralRow']
  readonly lastEvent: components['schemas']['ReferralEvent'] | null
  /** What was typed and not saved. */
  readonly values: MoveValues
  readonly isStillAllowed: boolean
}

/** Two people changed one referral: what the first one left, beside what the second was about to record. */
export function MoveConflict({ referral, lastEvent, values, isStillAllowed }: MoveConflictProps) {
  return (
    <>
      <div className="app-two-columns">
        <section aria-labelledby="stored-now">
          <h3 className="nhsuk-heading-s" id="stored-now">
            Stored now
          </h3>
          <SummaryList
            rows={[
              { label: 'Status', value: <StatusTag status={referral.status} /> },
              { label: 'Recorded by', value: lastEvent === null ? null : personText(lastEvent) },
              { label: 'When', value: lastEvent === null ? null : clinicalInstant(lastEvent.at) },
              { label: 'Reason', value: lastEvent?.reasonLabel ?? 'None' },
              { label: 'Note', value: lastEvent?.note ?? 'None' },
            ]}
          />
        </section>
        <section aria-labelledby="about-to-record">
          <h3 className="nhsuk-heading-s" id="about-to-record">
            You were about to record
          </h3>
          <SummaryList
            rows={[
              { label: 'Step', value: isReferralStatus(values.to) ? describeStatus(values.to).label : 'None' },
              { label: 'Reason', value: reasonText(values.reasonCode) },
              { label: 'Date', value: values.occurredOn || 'None' },
              { label: 'Note', value: values.note || 'None' },
            ]}
          />
        </section>
      </div>
      <p>
        {isStillAllowed
          ? 'Your step can still be taken. Everything you typed is in the form below.'
          : 'Your step does not follow from the status stored now. Choose another one, or leave the referral as it is.'}
      </p>
    </>
  )
}

function personText({ actor, role, organisation }: components['schemas']['ReferralEvent']): string {
  return [actor, roleLabel(role), organisation].filter((part) => part !== null).join(', ')
}

function reasonText(code: string): string {
  if (code === '') return 'None'
  const reason = findReason(code)
  return reason === undefined ? code : `${code} ${reason.label}`
}
