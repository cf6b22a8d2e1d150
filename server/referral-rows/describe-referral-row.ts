import type { components } from '#api/schema.ts'
import { type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { type ReferralNotice, sensitiveNotice } from '#domain/patient-wishes/referral-notice.ts'
import { clockState } from '#domain/referral/referral-clock.ts'
import { describeStatus, isLiveStatus, type ReferralStatus } from '#domain/referral/referral-status.ts'
import type { ReferralViewer } from './referral-viewer.ts'
import { parseSharedPatient } from './shared-record.ts'

type Schemas = components['schemas']

export interface SelectedReferral {
  readonly referral_id: string
  readonly version: number
  readonly patient_id: string
  readonly trial_id: string
  readonly site_id: string | null
  readonly status: ReferralStatus
  readonly entered_on: CalendarDate
  readonly sent_on: CalendarDate | null
  readonly is_expedited: boolean
  readonly patient_notices: readonly ReferralNotice[]
  /** Null of a record that is not sensitive, and for the site's end. */
  readonly sensitive_since: Date | null
  readonly last_event_at: Date
  /** Null where only the site's end may see the patient. */
  readonly family_name: string | null
  readonly given_name: string | null
  readonly title: string | null
  readonly born_on: CalendarDate | null
  readonly nhs_number: string | null
  /** Null until it is sent. */
  readonly record: Record<string, unknown> | null
  readonly registry_id: string
  readonly trial_title: string
  readonly recruitment_status: Schemas['RecruitmentStatus']
  readonly facility: string | null
  readonly referrer: string
  readonly sender_id: string
  readonly sender_code: string
  readonly sender_name: string
  readonly receiver_id: string | null
  readonly receiver_code: string | null
  readonly receiver_name: string | null
}

/** One referral as a list shows it. The clock is read for the day asked about; nothing of it is stored. */
export function describeReferralRow(
  row: SelectedReferral,
  side: ReferralViewer['side'],
  asOf: CalendarDate,
): Schemas['ReferralRow'] {
  return {
    referralId: row.referral_id,
    version: row.version,
    patient: side === 'referrer' ? patientOf(row) : sharedPatientOf(row),
    trial: {
      trialId: row.trial_id,
      registryId: row.registry_id,
      title: row.trial_title,
      recruitmentStatus: row.recruitment_status,
    },
    site: siteOf(row),
    fromOrganisation: { organisationId: row.sender_id, code: row.sender_code, name: row.sender_name },
    referrer: row.referrer,
    status: row.status,
    statusLabel: describeStatus(row.status).label,
    enteredOn: row.entered_on,
    sentOn: row.sent_on,
    daysSinceReferral: row.sent_on === null ? null : daysBetween(row.sent_on, asOf),
    clock: clockOf(row, asOf),
    isExpedited: row.is_expedited,
    notices: isLiveStatus(row.status)
      ? noticesOf(row).map(({ routes, ...notice }) => ({ ...notice, routes: [...routes] }))
      : [],
    lastEventAt: row.last_event_at.toISOString(),
  }
}

function noticesOf({ patient_notices, sensitive_since }: SelectedReferral): readonly ReferralNotice[] {
  if (sensitive_since === null) return patient_notices
  return [...patient_notices, sensitiveNotice(calendarDateInLondon(sensitive_since))]
}

function patientOf(row: SelectedReferral): Schemas['ReferralPatient'] {
  const { family_name: familyName, given_name: givenName, title } = row
  if (familyName === null || givenName === null) {
    throw new Error(`Referral ${row.referral_id} is of a patient whom the reader may not see.`)
  }
  return {
    patientId: row.patient_id,
    name: { familyName, givenName, title },
    bornOn: row.born_on,
    nhsNumber: row.nhs_number,
  }
}

/** The site reads who was referred from the record shared with it, so a later change at the hospital stays there. */
function sharedPatientOf({ referral_id, record }: SelectedReferral): Schemas['ReferralPatient'] {
  if (record === null) throw new Error(`Referral ${referral_id} was sent without a shared record.`)
  return { ...parseSharedPatient(referral_id, record), patientId: null }
}

function siteOf(row: SelectedReferral): Schemas['ReferralSite'] | null {
  const { site_id, facility, receiver_id, receiver_code, receiver_name } = row
  if (site_id === null || facility === null) return null
  if (receiver_id === null || receiver_code === null || receiver_name === null) return null
  return {
    siteId: site_id,
    name: facility,
    organisation: { organisationId: receiver_id, code: receiver_code, name: receiver_name },
  }
}

function clockOf(row: SelectedReferral, asOf: CalendarDate): Schemas['Clock'] {
  const { status, entered_on, is_expedited } = row
  const clock = clockState({ status, enteredOn: entered_on, asOf, isExpedited: is_expedited, pausedDays: 0 })
  if (clock.state === 'none') {
    return { state: 'none', dueOn: null, daysUsed: null, daysAllowed: null, unit: 'workingDays' }
  }
  const { state, dueOn, daysUsed, daysAllowed, unit } = clock
  return { state, dueOn, daysUsed, daysAllowed, unit }
}
