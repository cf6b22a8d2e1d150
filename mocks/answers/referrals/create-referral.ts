import type { components } from '#api/schema.ts'
import { relationshipTo } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { refuseReferral } from '#domain/patient-wishes/referral-notice.ts'
import { liveReferral, noReceivingSite, trialNotOpen } from '#domain/referral/referral-refusals.ts'
import { isLiveStatus } from '#domain/referral/referral-status.ts'
import { siteStatus } from '#domain/trial/openness.ts'
import type { Caller } from '../../http/caller.ts'
import { notFound, toProblem } from '../../http/problem.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import { describeEvent } from '../../state/held-referral.ts'
import { describeReferral } from './describe-referral.ts'
import { viewerOf } from './referral-viewer.ts'

export interface Beginning {
  readonly state: DemonstrationState
  readonly caller: Caller
  readonly asOf: CalendarDate
  readonly now: Date
}

/** Begins a draft. A patient has one live referral to a trial, so the second is told of the first. */
export function createReferral(
  { state, caller, asOf, now }: Beginning,
  { patientId, trialId }: components['schemas']['NewReferral'],
): ReturnType<typeof describeReferral> {
  const { organisationId, accountId, scope } = viewerOf(caller)
  const patient = state.patients.get(patientId)
  if (patient === undefined || relationshipTo(scope, patient) === null) throw notFound('patient')
  const unwanted = refuseReferral(patient.record, trialId)
  if (unwanted !== null) throw toProblem(unwanted)
  const live = [...state.referrals.values()].find(
    (each) => each.patientId === patientId && each.trialId === trialId && isLiveStatus(each.status),
  )
  if (live) throw toProblem(liveReferral, { referralId: live.referralId })
  const trial = state.trials.get(trialId)
  if (!trial?.isOpenAtHome) throw toProblem(trialNotOpen)
  const { record, sites } = trial
  if (!sites.some((site) => site.canReceive && siteStatus(record, site) === 'open')) throw toProblem(noReceivingSite)

  const referralId = crypto.randomUUID()
  const at = now.toISOString()
  const event = describeEvent({
    eventId: crypto.randomUUID(),
    at,
    actor: caller.name,
    role: caller.role,
    organisation: caller.organisation?.name ?? null,
    from: null,
    to: 'referral-draft',
    reasonCode: null,
    note: null,
    occurredOn: null,
  })
  state.referrals.set(referralId, {
    referralId,
    version: 1,
    patientId,
    trialId,
    fromOrganisationId: organisationId,
    referrerAccountId: accountId,
    siteId: null,
    toOrganisationId: null,
    status: 'referral-draft',
    enteredOn: asOf,
    sentOn: null,
    isExpedited: record.urgency === 'expedited',
    message: '',
    withheldItemIds: [],
    agreement: null,
    sharedAt: null,
    events: [event],
    createdAt: at,
    lastEventAt: at,
  })
  return describeReferral({ state, caller, asOf, referralId })
}
