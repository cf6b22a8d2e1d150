import { siteCannotReceive, siteNotOfTrial } from '#domain/referral/referral-refusals.ts'
import type { Trx } from '../../plugins/operation.ts'
import { toProblem } from '../../plugins/problem.ts'
import { findSite, type ReceivingSite } from './referral-trial-repository.ts'

/**
 * The site of a trial that a referral is meant for.
 *
 * @throws Problem 400 where the trial does not list it, or nobody there could take the referral
 */
export async function receivingSite(
  trx: Trx,
  choice: { readonly trialId: string; readonly siteId: string },
): Promise<ReceivingSite & { readonly organisationId: string }> {
  const site = await findSite(trx, choice)
  if (!site) throw toProblem(siteNotOfTrial)
  const { organisationId } = site
  if (organisationId === null || !site.canReceive) throw toProblem(siteCannotReceive)
  return { ...site, organisationId }
}
