import type { components } from '#api/schema.ts'
import { looksAfter, type PatientScope } from '#domain/access/patient-scope.ts'
import type { HeldTrial } from '#domain/eligibility/assess-trial.ts'
import { attritionSteps } from '#domain/feasibility/attrition.ts'
import { tallyCaseload } from '#domain/feasibility/caseload-tally.ts'
import type { CalendarDate } from '#domain/identity/calendar-date.ts'
import type { DemonstrationState } from '../../state/demonstration-state.ts'

export interface AttritionQuery {
  readonly state: DemonstrationState
  readonly trial: HeldTrial
  readonly asOf: CalendarDate
  readonly scope: PatientScope
}

/** How many patients of the own teams each criterion removes and cannot decide. */
export function trialAttrition({ state, trial, asOf, scope }: AttritionQuery): components['schemas']['Attrition'] {
  const own = [...state.patients.values()].filter((patient) => looksAfter(scope, patient))
  const caseload = own.map((patient) => patient.forTrial(trial))
  const tally = tallyCaseload(trial, caseload, asOf)
  return { asOf, considered: tally.considered, steps: attritionSteps(trial.record.criteria, tally) }
}
