import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { findReason } from '#domain/referral/referral-reasons.ts'
import { describeStatus, type ReferralStatus } from '#domain/referral/referral-status.ts'
import { replayReferral } from '#domain/referral/replay-referral.ts'
import type {
  DemonstrationAccount,
  DemonstrationReferral,
  DemonstrationReferralEvent,
} from '../data/demonstration-data.ts'
import type { HeldOrganisation } from './held-organisation.ts'
import type { HeldTrialSites } from './held-trial.ts'

type Schemas = components['schemas']

/** A referral as it stands. A change puts a new one in its place. */
export interface HeldReferral {
  readonly referralId: string
  readonly version: number
  readonly patientId: string
  readonly trialId: string
  readonly fromOrganisationId: string
  readonly referrerAccountId: string
  readonly siteId: string | null
  /** Null before it is sent. */
  readonly toOrganisationId: string | null
  readonly status: ReferralStatus
  readonly enteredOn: CalendarDate
  readonly sentOn: CalendarDate | null
  readonly isExpedited: boolean
  readonly message: string
  readonly withheldItemIds: readonly string[]
  readonly agreement: Schemas['Referral']['agreement']
  /** When the record was shared; null before sending. */
  readonly sharedAt: string | null
  /** Oldest first. */
  readonly events: readonly Schemas['ReferralEvent'][]
  readonly createdAt: string
  readonly lastEventAt: string
}

export interface ReferralSurroundings {
  readonly accounts: ReadonlyMap<string, DemonstrationAccount>
  readonly organisations: ReadonlyMap<string, HeldOrganisation>
  readonly trials: ReadonlyMap<string, HeldTrialSites>
}

/** Takes in a referral of the demonstration with its whole history. */
export function holdReferral(referral: DemonstrationReferral, around: ReferralSurroundings): HeldReferral {
  const { referralId, patientId, trialId, siteId, message, agreement, sharing } = referral
  const replay = replayReferral(referral.events.map(({ event }) => event))
  if (replay.kind === 'broken') throw new Error(`Referral ${referralId}: ${replay.message}`)
  const { status, enteredOn, sentOn, eventCount } = replay.state
  const times = referral.events.map(({ event }) => event.recordedAt)
  return {
    referralId,
    version: eventCount,
    patientId,
    trialId,
    fromOrganisationId: referral.referringOrganisationId,
    referrerAccountId: referral.referrerAccountId,
    siteId,
    toOrganisationId: sentOn === null ? null : referral.siteOrganisationId,
    status,
    enteredOn,
    sentOn,
    isExpedited: around.trials.get(trialId)?.record.urgency === 'expedited',
    message,
    withheldItemIds: sharing?.withheldRowIds ?? [],
    agreement: agreement && { agreedOn: agreement.agreedOn, how: agreement.method, recordedBy: agreement.recordedBy },
    sharedAt: sharing?.sharedAt ?? null,
    events: referral.events.map((each) => holdEvent(each, around)),
    createdAt: times[0] ?? '',
    lastEventAt: times.at(-1) ?? '',
  }
}

function holdEvent(
  { eventId, accountId, event }: DemonstrationReferralEvent,
  { accounts, organisations }: ReferralSurroundings,
): Schemas['ReferralEvent'] {
  const account = accounts.get(accountId)
  if (!account) throw new Error(`Event ${eventId} names the account ${accountId}, which does not exist.`)
  const moved = event.kind === 'moved' ? event : null
  return describeEvent({
    eventId,
    at: event.recordedAt,
    actor: account.name,
    role: account.role,
    organisation: organisations.get(account.organisationId ?? '')?.name ?? null,
    from: moved?.from ?? null,
    to: moved?.to ?? 'referral-draft',
    reasonCode: moved?.reason ?? null,
    note: moved?.note ?? null,
    occurredOn: moved?.consentedOn ?? moved?.enrolledOn ?? null,
  })
}

/** A line of the history with its codes in words. */
export function describeEvent(
  event: Omit<Schemas['ReferralEvent'], 'toLabel' | 'reasonLabel'>,
): Schemas['ReferralEvent'] {
  const { to, reasonCode } = event
  return {
    ...event,
    toLabel: describeStatus(to).label,
    reasonLabel: reasonCode === null ? null : (findReason(reasonCode)?.label ?? null),
  }
}
