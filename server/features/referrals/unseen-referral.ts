import { notOnLog } from '#domain/access/delegation-refusals.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import { readDelegates } from '../../delegation-rows/delegation-log-repository.ts'
import type { Caller, Trx } from '../../plugins/operation.ts'
import { notFound, type Problem, toProblem } from '../../plugins/problem.ts'
import { findReceivedTrial } from './referral-trial-repository.ts'

/**
 * What somebody is told of a referral that they may not see: that there is none, or, where it was sent to the own site,
 * on whose delegation log they are missing and whom to ask.
 */
export async function unseenReferral(
  trx: Trx,
  { organisation }: Caller,
  asOf: CalendarDate,
  referralId: string,
): Promise<Problem> {
  const trial = organisation === null ? null : await findReceivedTrial(trx, referralId)
  if (organisation === null || trial === null) return notFound('referral')
  const at = { organisationId: organisation.organisationId, trialId: trial.trialId }
  const leaders = (await readDelegates(trx, at, asOf)).filter(({ duties }) => duties.includes('principalInvestigator'))
  return toProblem(
    notOnLog(
      trial.title,
      organisation.name,
      leaders.map(({ name }) => name),
    ),
  )
}
