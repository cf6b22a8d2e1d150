import type { Updateable } from 'kysely'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { ReferralNotice } from '#domain/patient-wishes/referral-notice.ts'
import type { ReferralStatus } from '#domain/referral/referral-status.ts'
import type { ReferralTable } from '../../database/tables/referral-tables.ts'
import { mayBeOpened } from '../../patient-rows/patients-in-scope.ts'
import type { Trx } from '../../plugins/operation.ts'
import type { ReferralViewer } from '../../referral-rows/referral-viewer.ts'
import { parseSharedPatient } from '../../referral-rows/shared-record.ts'
import { visibleReferrals } from '../../referral-rows/visible-referrals-repository.ts'

export interface StoredReferral {
  readonly referralId: string
  readonly version: number
  readonly status: ReferralStatus
  readonly patientId: string
  readonly trialId: string
  readonly fromOrganisationId: string
  readonly toOrganisationId: string | null
  readonly sentOn: CalendarDate | null
  readonly isExpedited: boolean
  readonly message: string
  readonly withheldItemIds: string[]
  readonly agreement: Readonly<Record<string, string>> | null
}

/** A referral that the viewer may see. With `isLocked` nobody else can change it before this transaction ends. */
export async function findReferral(
  trx: Trx,
  viewer: ReferralViewer,
  referralId: string,
  { isLocked }: { readonly isLocked: boolean },
): Promise<StoredReferral | null> {
  const row = await visibleReferrals(trx, viewer, 'one')
    .select(['referral_id as referralId', 'version', 'status', 'patient_id as patientId', 'trial_id as trialId'])
    .select(['from_organisation_id as fromOrganisationId', 'to_organisation_id as toOrganisationId'])
    .select([
      'sent_on as sentOn',
      'is_expedited as isExpedited',
      'message',
      'withheld_item_ids as withheldItemIds',
      'agreement',
    ])
    .where('referral_id', '=', referralId)
    .$if(isLocked, (query) => query.forUpdate())
    .executeTakeFirst()
  return row ?? null
}

/** The referral of a patient to a trial that still stands, if there is one. */
export async function findLiveReferral(
  trx: Trx,
  { patientId, trialId }: { readonly patientId: string; readonly trialId: string },
): Promise<string | null> {
  const row = await trx
    .selectFrom('referral')
    .select('referral_id')
    .where('patient_id', '=', patientId)
    .where('trial_id', '=', trialId)
    .where('is_live', '=', true)
    .executeTakeFirst()
  return row?.referral_id ?? null
}

export interface NewDraft {
  readonly referralId: string
  readonly patientId: string
  readonly trialId: string
  readonly viewer: ReferralViewer
  readonly isExpedited: boolean
  readonly entered: Pick<ReferralTable, 'entered_on' | 'due_from' | 'due_on' | 'escalated_from'>
  readonly notices: readonly ReferralNotice[]
  readonly now: Date
}

/** False where the patient has a live referral to the trial, also one that another request is adding at this moment. */
export async function addDraft(trx: Trx, draft: NewDraft): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('referral')
    .values({
      referral_id: draft.referralId,
      version: 1,
      patient_id: draft.patientId,
      trial_id: draft.trialId,
      from_organisation_id: draft.viewer.organisationId,
      referrer_account_id: draft.viewer.accountId,
      status: 'referral-draft',
      is_live: true,
      is_expedited: draft.isExpedited,
      message: '',
      withheld_item_ids: [],
      patient_notices: JSON.stringify(draft.notices),
      ...draft.entered,
      created_at: draft.now,
      last_event_at: draft.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Changes a referral that this transaction has locked; its version goes up by one. */
export async function updateReferral(
  trx: Trx,
  { referralId, version }: StoredReferral,
  changes: Omit<Updateable<ReferralTable>, 'version'>,
): Promise<void> {
  await trx
    .updateTable('referral')
    .set({ ...changes, version: version + 1 })
    .where('referral_id', '=', referralId)
    .execute()
}

export async function isPatientInScope(trx: Trx, patientId: string, scope: PatientScope): Promise<boolean> {
  const row = await trx
    .selectFrom('patient')
    .select('patient_id')
    .where('patient_id', '=', patientId)
    .where(mayBeOpened(scope))
    .executeTakeFirst()
  return row !== undefined
}

/** The day of birth of a patient as that end of the referral knows it; null where it is not known. */
export async function readBornOn(
  trx: Trx,
  { patientId, referralId }: Pick<StoredReferral, 'patientId' | 'referralId'>,
  side: ReferralViewer['side'],
): Promise<CalendarDate | null> {
  if (side === 'site') {
    const { record } = await trx
      .selectFrom('shared_record')
      .select('record')
      .where('referral_id', '=', referralId)
      .executeTakeFirstOrThrow()
    return parseSharedPatient(referralId, record).bornOn
  }
  const row = await trx
    .selectFrom('patient')
    .select('born_on')
    .where('patient_id', '=', patientId)
    .executeTakeFirstOrThrow()
  return row.born_on
}
