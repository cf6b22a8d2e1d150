import { isLiveStatus } from '#domain/referral/referral-status.ts'
import { replayReferral } from '#domain/referral/replay-referral.ts'
import type {
  DemonstrationAccount,
  DemonstrationData,
  DemonstrationReferral,
} from '../../../mocks/data/demonstration-data.ts'
import type { Trx } from '../../plugins/operation.ts'
import { clockColumns } from '../../referral-rows/clock-columns.ts'
import { inBatches } from './in-batches.ts'
import { shareRecord } from './share-record.ts'

/** Referrals with their histories and shared records, as if the people of the demonstration had made them. */
export async function insertReferrals(trx: Trx, data: DemonstrationData): Promise<void> {
  const expedited = new Set(
    data.trials.filter(({ record }) => record.urgency === 'expedited').map(({ trialId }) => trialId),
  )
  const accounts = new Map(data.accounts.map((account) => [account.accountId, account]))
  const patients = new Map(data.patients.map((patient) => [patient.patientId, patient]))
  for (const batch of inBatches(data.referrals, 100)) {
    await trx
      .insertInto('referral')
      .values(batch.map((referral) => referralRow(referral, expedited.has(referral.trialId))))
      .execute()
    await trx
      .insertInto('referral_event')
      .values(batch.flatMap((referral) => eventRows(referral, accounts)))
      .execute()
  }
  for (const referral of data.referrals) {
    const patient = patients.get(referral.patientId)
    if (referral.sharing !== null && patient) await shareRecord(trx, referral, patient, referral.sharing)
  }
}

function referralRow(referral: DemonstrationReferral, isExpedited: boolean) {
  const replay = replayReferral(referral.events.map(({ event }) => event))
  if (replay.kind === 'broken') throw new Error(`Referral ${referral.referralId}: ${replay.message}`)
  const { status, enteredOn, sentOn, eventCount } = replay.state
  const times = referral.events.map(({ event }) => event.recordedAt)
  return {
    referral_id: referral.referralId,
    version: eventCount,
    patient_id: referral.patientId,
    trial_id: referral.trialId,
    from_organisation_id: referral.referringOrganisationId,
    referrer_account_id: referral.referrerAccountId,
    site_id: referral.siteId,
    to_organisation_id: sentOn === null ? null : referral.siteOrganisationId,
    status,
    is_live: isLiveStatus(status),
    entered_on: enteredOn,
    sent_on: sentOn,
    ...clockColumns({ status, enteredOn, isExpedited }),
    is_expedited: isExpedited,
    message: referral.message,
    withheld_item_ids: [...(referral.sharing?.withheldRowIds ?? [])],
    agreement:
      referral.agreement === null
        ? null
        : JSON.stringify({
            agreedOn: referral.agreement.agreedOn,
            how: referral.agreement.method,
            recordedBy: referral.agreement.recordedBy,
          }),
    created_at: new Date(times[0] ?? ''),
    last_event_at: new Date(times.at(-1) ?? ''),
  }
}

function eventRows(referral: DemonstrationReferral, accounts: ReadonlyMap<string, DemonstrationAccount>) {
  return referral.events.map(({ eventId, accountId, event }, index) => {
    const account = accounts.get(accountId)
    if (!account)
      throw new Error(`Referral ${referral.referralId} names the account ${accountId}, which does not exist.`)
    return {
      event_id: eventId,
      referral_id: referral.referralId,
      sequence: index + 1,
      at: new Date(event.recordedAt),
      actor_account_id: accountId,
      actor_name: account.name,
      role: account.role,
      organisation_id: account.organisationId,
      from_status: event.kind === 'moved' ? event.from : null,
      to_status: event.kind === 'moved' ? event.to : ('referral-draft' as const),
      reason_code: event.kind === 'moved' ? event.reason : null,
      note: event.kind === 'moved' ? event.note : null,
      occurred_on: event.kind === 'moved' ? (event.consentedOn ?? event.enrolledOn) : null,
    }
  })
}
