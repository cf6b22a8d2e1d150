import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationTrial } from '../demonstration-data.ts'
import { demonstrationTrialPlans } from './demonstration-trial-plans.ts'
import { toDemonstrationTrial } from './to-demonstration-trial.ts'

/** The 24 invented trials as of a day. */
export function demonstrationTrials(asOf: CalendarDate): readonly DemonstrationTrial[] {
  return demonstrationTrialPlans.map((plan) => toDemonstrationTrial(plan, asOf))
}
