import { trialsOf } from '#domain/access/delegation.ts'
import type { PatientScope } from '#domain/access/patient-scope.ts'
import { capacitiesOfRole } from '#domain/referral/referral-actor.ts'
import { scopeOf } from '../patient-rows/patients-in-scope.ts'
import type { Caller } from '../plugins/operation.ts'

/** From which end of referrals somebody looks, and for which organisation. */
export interface ReferralViewer {
  /** The referrer's end reads the patient's own record; the site's end only what was shared with it. */
  readonly side: 'referrer' | 'site'
  readonly organisationId: string
  /** Whose patients' referrals the referrer's end sees. */
  readonly scope: PatientScope
  readonly accountId: string
  /** The trials on whose delegation log the person is, whose referrals the site's end sees. */
  readonly trialIds: readonly string[]
}

/** Null for a role that takes no part in referrals, and for an account without an organisation. */
export function referralViewer(caller: Caller): ReferralViewer | null {
  const { accountId, role, organisation } = caller
  const capacities = capacitiesOfRole(role)
  if (organisation === null || capacities.length === 0) return null
  const side = capacities.includes('referrer') ? 'referrer' : 'site'
  const trialIds = trialsOf(caller.trialDuties)
  return { side, organisationId: organisation.organisationId, scope: scopeOf(caller), accountId, trialIds }
}
