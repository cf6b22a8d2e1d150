import type { components } from '#api/schema.ts'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { attritionSteps } from '#domain/feasibility/attrition.ts'
import { tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'

export interface AttritionQuery {
  readonly state: DemonstrationState
  readonly trial: HeldTrial
  readonly asOf: CalendarDate
  readonly organisationId: string | null
}

/** How many patients of one organisation each criterion removes and cannot decide. */
export function trialAttrition({
  state,
  trial,
  asOf,
  organisationId,
}: AttritionQuery): components['schemas']['Attrition'] {
  const own = [...state.patients.values()].filter((patient) => patient.organisationId === organisationId)
  const caseload = own.map((patient) => patient.forTrial(trial))
  const tally = tallyCaseload(trial, caseload, asOf)
  return { asOf, considered: tally.considered, steps: attritionSteps(trial.record.criteria, tally) }
}
