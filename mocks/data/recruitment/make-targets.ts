import { addDays, type CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationTarget } from '../demonstration-data.ts'
import { trialIdOf } from '../trials/to-demonstration-trial.ts'
import { type RecruitmentPlan, recruitmentPlans } from './recruitment-plans.ts'

/** The targets agreed for the United Kingdom, a replaced one before the one that replaced it. */
export function makeTargets(asOf: CalendarDate): readonly DemonstrationTarget[] {
  return recruitmentPlans.flatMap((plan) => targetsOf(plan, asOf))
}

function targetsOf(plan: RecruitmentPlan, asOf: CalendarDate): readonly DemonstrationTarget[] {
  if (plan.target === null) return []
  const trialId = trialIdOf(plan.registryId)
  const opensOn = addDays(asOf, -plan.opensDaysAgo)
  const agreedBeforeOpening = addDays(asOf, -plan.opensDaysAgo - 80)
  const inForce = { trialId, target: plan.target, opensOn, plannedCloseOn: addDays(asOf, plan.closesInDays) }
  const { replaced } = plan
  if (replaced === undefined) return [{ ...inForce, agreedOn: agreedBeforeOpening }]
  const plannedCloseOn = addDays(asOf, replaced.closesInDays)
  return [
    { trialId, target: replaced.target, opensOn, plannedCloseOn, agreedOn: agreedBeforeOpening },
    { ...inForce, agreedOn: addDays(asOf, -replaced.rebaselinedDaysAgo) },
  ]
}
