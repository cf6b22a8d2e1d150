import type { Role } from '#domain/access/role.ts'
import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import type { ReferralEvent } from '#domain/referral/referral-event.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import { accountAt } from '../accounts/demonstration-accounts.ts'
import type {
  DemonstrationAccount,
  DemonstrationAgreement,
  DemonstrationReferral,
  DemonstrationReferralEvent,
  DemonstrationTrialSite,
} from '../demonstration-data.ts'
import type { SeededRandom } from '../random/seeded-random.ts'
import { stableId } from '../random/stable-id.ts'
import { type ReferralPair, receivingSites } from './referral-pairs.ts'
import { stepDaysAgo } from './step-days.ts'

interface ReferralOrder {
  readonly pair: ReferralPair
  readonly path: readonly ReferralStatus[]
  /** For the last step; `null` where it takes none. */
  readonly reason: string | null
  readonly endedDaysAgo: number
  readonly asOf: CalendarDate
  readonly random: SeededRandom
}

/** One referral with its whole history. */
export function makeReferral(order: ReferralOrder): DemonstrationReferral {
  const { pair, path, asOf, random } = order
  const referralId = stableId(`referral/${pair.patient.patientId}/${pair.trial.trialId}`)
  const daysAgo = stepDaysAgo(path, order.endedDaysAgo, random)
  const site = siteFor(order, daysAgo[0] ?? order.endedDaysAgo)
  const referrer = accountAt(pair.patient.organisationId, random.chance(0.6) ? 'oncologist' : 'nurse')
  const sentAgo = daysAgo[path.indexOf('sent')]
  const events = path.map((status, place) =>
    eventOf(order, status, place, { referralId, site, referrer, daysAgo: daysAgo[place] ?? 1 }),
  )
  const sentAt = events[path.indexOf('sent')]?.event.recordedAt
  return {
    referralId,
    patientId: pair.patient.patientId,
    trialId: pair.trial.trialId,
    siteId: site?.siteId ?? null,
    referringOrganisationId: pair.patient.organisationId,
    siteOrganisationId: site?.organisationId ?? null,
    referrerAccountId: referrer.accountId,
    message: random.pick(messages),
    agreement: sentAgo === undefined ? null : agreementOf(referrer, addDays(asOf, -sentAgo), random),
    sharing: sentAt === undefined ? null : { sharedAt: sentAt, withheldRowIds: withheldRows(pair, random) },
    events,
  }
}

/** A site where somebody can receive it, preferably the patient's own; a draft may still be without. */
function siteFor({ pair, path, asOf, random }: ReferralOrder, createdDaysAgo: number): DemonstrationTrialSite | null {
  if (path.length === 1 && random.chance(0.3)) return null
  const createdOn = addDays(asOf, -createdDaysAgo)
  const open = receivingSites(pair.trial).filter(({ openedOn }) => openedOn !== null && openedOn < createdOn)
  const own = open.find(({ organisationId }) => organisationId === pair.patient.organisationId)
  return own !== undefined && random.chance(0.45) ? own : random.pick(open)
}

interface Step {
  readonly referralId: string
  readonly site: DemonstrationTrialSite | null
  readonly referrer: DemonstrationAccount
  readonly daysAgo: number
}

function eventOf(order: ReferralOrder, status: ReferralStatus, place: number, step: Step): DemonstrationReferralEvent {
  const { asOf, path, reason } = order
  const recordedOn = addDays(asOf, -step.daysAgo)
  // Steps of one day follow each other by the hour; these hours lie on the same date in London, summer or winter.
  const recordedAt = `${recordedOn}T${String(9 + place).padStart(2, '0')}:${(step.referralId.charCodeAt(0) % 50) + 10}:00.000Z`
  const account = accountFor(status, step)
  const actor = { kind: 'person', role: account.role, organisationId: account.organisationId ?? '' } as const
  const from = path[place - 1]
  const event: ReferralEvent =
    from === undefined
      ? { kind: 'created', actor, recordedOn, recordedAt }
      : {
          kind: 'moved',
          actor,
          recordedOn,
          recordedAt,
          from,
          to: status,
          reason: place === path.length - 1 ? reason : null,
          otherReasons: [],
          note: null,
          consentedOn: status === 'consented' ? recordedOn : null,
          enrolledOn: status === 'enrolled' ? recordedOn : null,
        }
  return { eventId: stableId(`${step.referralId}/event/${place}`), accountId: account.accountId, event }
}

function accountFor(status: ReferralStatus, { site, referrer }: Step): DemonstrationAccount {
  if (site === null || ['referral-draft', 'sent', 'cancelled'].includes(status)) return referrer
  const role: Role = ['eligible', 'screen-failed'].includes(status) ? 'investigator' : 'site-nurse'
  return accountAt(site.organisationId, role)
}

function agreementOf(
  referrer: DemonstrationAccount,
  sentOn: CalendarDate,
  random: SeededRandom,
): DemonstrationAgreement {
  return {
    agreedOn: addDays(sentOn, -random.integer(0, 3)),
    method: random.pick(['in-person', 'in-person', 'telephone', 'video', 'written']),
    recordedBy: referrer.name,
    recordedByAccountId: referrer.accountId,
  }
}

/** Now and then a patient does not want the virology passed on. */
function withheldRows({ patient }: ReferralPair, random: SeededRandom): readonly string[] {
  if (!random.chance(0.1)) return []
  return patient.record.observations.filter(({ kind }) => kind === 'infection').map(({ id }) => id)
}

const messages: readonly string[] = [
  'Keen to take part. Please see the criteria that are still open.',
  'Discussed in clinic; would travel. Scans can be sent on request.',
  'Has support at home and can come at short notice.',
  'Would like to hear more before deciding. Please call the specialist nurse first.',
  '',
]
