import type { components } from '#api/schema.ts'
import { type CalendarDate, daysBetween } from '#domain/identity/calendar-date.ts'
import { calendarDateInLondon } from '#domain/identity/calendar-date-in-london.ts'
import { mindedKinds, referralNotices, sensitiveNotice } from '#domain/patient-wishes/referral-notice.ts'
import { clockState } from '#domain/referral/referral-clock.ts'
import { describeStatus, isLiveStatus } from '#domain/referral/referral-status.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldPatient } from '../../state/held-patient.ts'
import type { HeldReferral } from '../../state/held-referral.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'
import { organisationNamed } from '../organisation-named.ts'
import type { ReferralViewer } from './referral-viewer.ts'

type Schemas = components['schemas']

/** One referral as a list shows it to one of its ends. */
export function referralRow(
  state: DemonstrationState,
  referral: HeldReferral,
  side: ReferralViewer['side'],
  asOf: CalendarDate,
): Schemas['ReferralRow'] {
  const { referralId, version, status, enteredOn, sentOn, isExpedited, lastEventAt } = referral
  const { patient, trial } = subjectsOf(state, referral)
  const { registryId, title, recruitmentStatus } = trial.record
  return {
    referralId,
    version,
    patient: { ...patientNamed(patient), patientId: side === 'referrer' ? patient.patientId : null },
    trial: { trialId: trial.trialId, registryId, title, recruitmentStatus },
    site: siteNamed(state, referral, trial),
    fromOrganisation: organisationNamed(state, referral.fromOrganisationId),
    referrer: state.accounts.get(referral.referrerAccountId)?.name ?? '',
    status,
    statusLabel: describeStatus(status).label,
    enteredOn,
    sentOn,
    daysSinceReferral: sentOn === null ? null : daysBetween(sentOn, asOf),
    clock: clockOf(referral, asOf),
    isExpedited,
    notices: isLiveStatus(status) ? noticesOf(patient, trial.trialId, side) : [],
    lastEventAt,
  }
}

function noticesOf(
  { record, wishEvents }: HeldPatient,
  trialId: string,
  side: ReferralViewer['side'],
): Schemas['ReferralNotice'][] {
  const flagged = wishEvents.findLast(({ kind }) => kind === 'sensitiveFlag')
  const sensitive =
    side === 'referrer' && record.isSensitive && flagged
      ? [sensitiveNotice(calendarDateInLondon(new Date(flagged.recordedAt)))]
      : []
  return [...referralNotices(record, trialId), ...sensitive].map(({ routes, ...notice }) => ({
    ...notice,
    routes: [...routes],
  }))
}

/** Whether it is under way and its patient has something to mind. */
export function isMinded(state: DemonstrationState, referral: HeldReferral, side: ReferralViewer['side']): boolean {
  const { patient, trial } = subjectsOf(state, referral)
  const notices = isLiveStatus(referral.status) ? noticesOf(patient, trial.trialId, side) : []
  return notices.some(({ kind }) => mindedKinds.includes(kind))
}

/** The patient and the trial of a referral. */
export function subjectsOf(
  { patients, trials }: DemonstrationState,
  { referralId, patientId, trialId }: HeldReferral,
): { readonly patient: HeldPatient; readonly trial: HeldTrialSites } {
  const patient = patients.get(patientId)
  const trial = trials.get(trialId)
  if (!patient || !trial) throw new Error(`The patient or the trial of referral ${referralId} is not held.`)
  return { patient, trial }
}

/** A patient as a referral names one; nobody changes these after the beginning, so both ends read the same. */
export function patientNamed(patient: HeldPatient): Omit<Schemas['ReferralPatient'], 'patientId'> {
  const { familyName, givenName, title, record, nhsNumber } = patient
  return { name: { familyName, givenName, title }, bornOn: record.bornOn, nhsNumber }
}

/** Once sent, a referral stays with the organisation that it was sent to. */
function siteNamed(
  state: DemonstrationState,
  { siteId, toOrganisationId }: HeldReferral,
  { sites }: HeldTrialSites,
): Schemas['ReferralSite'] | null {
  const site = sites.find((each) => each.siteId === siteId)
  if (!site) return null
  const organisation = organisationNamed(state, toOrganisationId ?? site.organisationId)
  return { siteId: site.siteId, name: site.name, organisation }
}

export function clockOf({ status, enteredOn, isExpedited }: HeldReferral, asOf: CalendarDate): Schemas['Clock'] {
  const clock = clockState({ status, enteredOn, asOf, isExpedited, pausedDays: 0 })
  if (clock.state === 'none') {
    return { state: 'none', dueOn: null, daysUsed: null, daysAllowed: null, unit: 'workingDays' }
  }
  const { state, dueOn, daysUsed, daysAllowed, unit } = clock
  return { state, dueOn, daysUsed, daysAllowed, unit }
}
