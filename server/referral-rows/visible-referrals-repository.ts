import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { type ReferralStatus, referralStatuses } from '#domain/referral/referral-status.ts'
import { isTerminal } from '#domain/referral/referral-transition.ts'
import { idsOfOwnPatients, idsToBeOpened } from '../patient-rows/patients-in-scope.ts'
import type { Trx } from '../plugins/operation.ts'
import type { ReferralViewer } from './referral-viewer.ts'

/**
 * The referrals that a viewer may see at all, to be narrowed further: those of the viewer's patients, or those that
 * were sent to the viewer's organisation for a trial on whose delegation log the viewer is. Whatever reads referrals
 * for somebody starts here;
 * only one of them may also be of a record that was opened without being of the team.
 */
export function visibleReferrals(trx: Trx, viewer: ReferralViewer, reach: 'list' | 'one' = 'list') {
  const { side, organisationId, scope, trialIds } = viewer
  const ids = reach === 'list' ? idsOfOwnPatients(scope) : idsToBeOpened(scope)
  const column = side === 'referrer' ? 'referral.from_organisation_id' : 'referral.to_organisation_id'
  return (
    trx
      .selectFrom('referral')
      .where(column, '=', organisationId)
      .$if(side === 'referrer', (query) => query.where('referral.patient_id', 'in', ids))
      // A draft is nobody else's business, also when it already names a site.
      .$if(side === 'site', (query) => query.where('referral.sent_on', 'is not', null).where(isOfTrials(trialIds)))
  )
}

/** The condition on `referral` that it is for one of some trials. */
export function isOfTrials(trialIds: readonly string[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`referral.trial_id = any (${[...trialIds]}::uuid[])`
}

/**
 * The condition on `referral` that it is under way and its patient has died, does not want to hear about its trial or has
 * a sensitive record. The last is read from the patient, whom only the referrer's end may see.
 */
export const isMinded = sql<SqlBool>`(referral.is_live and (
  referral.patient_notices @> '[{"kind":"died"}]' or referral.patient_notices @> '[{"kind":"noResearch"}]'
  or exists (select from patient where patient.patient_id = referral.patient_id and patient.is_sensitive)))`

/** Statuses that nothing follows: lists of what is under way leave them out. */
export const endedStatuses: readonly ReferralStatus[] = referralStatuses
  .map(({ status }) => status)
  .filter((status) => isTerminal(status))
