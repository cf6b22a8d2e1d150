import { sql } from 'kysely'
import type { components } from '#api/schema.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { Trx } from '../plugins/operation.ts'
import { describeReferralRow } from './describe-referral-row.ts'
import type { ReferralViewer } from './referral-viewer.ts'

type ReferralRow = components['schemas']['ReferralRow']

export interface ReferralRowsQuery {
  /** Only identifiers that the viewer was found to be allowed to see. */
  readonly referralIds: readonly string[]
  readonly side: ReferralViewer['side']
  readonly asOf: CalendarDate
}

/** Rows of referrals as lists show them, in the order of the identifiers given. */
export async function readReferralRows(
  trx: Trx,
  { referralIds, side, asOf }: ReferralRowsQuery,
): Promise<ReferralRow[]> {
  if (referralIds.length === 0) return []
  const rows = await selectRows(trx)
    .where('referral.referral_id', 'in', [...referralIds])
    .execute()
  const byId = new Map(rows.map((row) => [row.referral_id, row]))
  return referralIds.flatMap((id) => {
    const row = byId.get(id)
    return row ? [describeReferralRow(row, side, asOf)] : []
  })
}

/** Every referral of one patient as the treating organisation sees it, the newest first. */
export async function readPatientReferralRows(
  trx: Trx,
  { patientId, asOf }: { readonly patientId: string; readonly asOf: CalendarDate },
): Promise<ReferralRow[]> {
  const rows = await selectRows(trx)
    .where('referral.patient_id', '=', patientId)
    .orderBy('referral.created_at', 'desc')
    .orderBy('referral.referral_id')
    .execute()
  return rows.map((row) => describeReferralRow(row, 'referrer', asOf))
}

function selectRows(trx: Trx) {
  return (
    trx
      .selectFrom('referral')
      // Only the referrer's end may see the record itself.
      .leftJoin('patient', 'patient.patient_id', 'referral.patient_id')
      .innerJoin('trial', 'trial.trial_id', 'referral.trial_id')
      .innerJoin('account', 'account.account_id', 'referral.referrer_account_id')
      .innerJoin('organisation as sender', 'sender.organisation_id', 'referral.from_organisation_id')
      .leftJoin('trial_site', 'trial_site.site_id', 'referral.site_id')
      .leftJoin('organisation as receiver', (join) =>
        join.on(({ eb, fn, ref }) =>
          // Once sent, a referral stays with the organisation it was sent to, whatever becomes of the site.
          eb(
            'receiver.organisation_id',
            '=',
            fn.coalesce('referral.to_organisation_id', ref('trial_site.organisation_id')),
          ),
        ),
      )
      .leftJoin('shared_record', 'shared_record.referral_id', 'referral.referral_id')
      .select([
        'referral.referral_id',
        'referral.version',
        'referral.patient_id',
        'referral.trial_id',
        'referral.site_id',
      ])
      .select(['referral.status', 'entered_on', 'sent_on', 'referral.is_expedited', 'patient_notices', 'last_event_at'])
      .select(
        sql<Date | null>`case when patient.is_sensitive then (
          select max(recorded_at) from patient_wish_event as event
          where event.patient_id = patient.patient_id and event.kind = 'sensitiveFlag') end`.as('sensitive_since'),
      )
      .select(['family_name', 'given_name', 'patient.title', 'born_on', 'nhs_number', 'shared_record.record'])
      .select(['trial.registry_id', 'trial.title as trial_title', 'trial.recruitment_status', 'trial_site.facility'])
      .select('account.name as referrer')
      .select(['sender.organisation_id as sender_id', 'sender.code as sender_code', 'sender.name as sender_name'])
      .select(['receiver.organisation_id as receiver_id', 'receiver.code as receiver_code'])
      .select('receiver.name as receiver_name')
  )
}
