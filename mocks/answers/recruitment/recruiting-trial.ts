import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { TrialReports } from '#domain/recruitment/summarise-trial.ts'
import { siteStatus } from '#domain/trial/openness.ts'
import type { RecruitmentStatus } from '#domain/trial/recruitment-status.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'
import type { HeldTrialSites } from '../../state/held-trial.ts'

/** A trial with all that is reported of its recruitment. */
export interface RecruitingTrial extends TrialReports {
  readonly trial: HeldTrialSites
  readonly sites: readonly (TrialReports['sites'][number] & {
    readonly name: string
    readonly recruitmentStatus: RecruitmentStatus
    readonly openedOn: CalendarDate | null
  })[]
}

/** A site whose opening is not recorded counts from its first report; one that has neither is left out. */
export function recruitingTrial({ data, referrals }: DemonstrationState, trial: HeldTrialSites): RecruitingTrial {
  const { trialId, record } = trial
  const returns = data.returns
    .filter((each) => each.trialId === trialId)
    .map(({ siteId, month, recruited }) => ({ siteId, month, recruited }))
  const enrolments = [...referrals.values()]
    .filter((referral) => referral.trialId === trialId)
    .flatMap(({ siteId, events }) =>
      events.flatMap(({ to, occurredOn }) =>
        to === 'enrolled' && siteId !== null && occurredOn !== null ? [{ siteId, enrolledOn: occurredOn }] : [],
      ),
    )
  const reportedOn = (id: string) =>
    [
      ...returns.filter(({ siteId }) => siteId === id).map(({ month }) => `${month}-01`),
      ...enrolments.filter(({ siteId }) => siteId === id).map(({ enrolledOn }) => enrolledOn),
    ].toSorted()
  return {
    trial,
    returns,
    enrolments,
    targets: data.targets
      .filter((target) => target.trialId === trialId)
      .map(({ trialId: _, ...target }) => target)
      .toSorted((a, b) => a.agreedOn.localeCompare(b.agreedOn)),
    sites: trial.sites.flatMap(({ siteId, name, recruitmentStatus, openedOn, closedOn }) => {
      const opensOn = openedOn ?? reportedOn(siteId)[0]
      if (opensOn === undefined) return []
      const status = siteStatus(record, { recruitmentStatus })
      return [{ siteId, name, recruitmentStatus: status, openedOn, opensOn, closedOn }]
    }),
  }
}
