import { patientWeight } from '../disclosure/patient-weight.ts'
import { type FeasibilityCaller, treatsPatientsOf } from './feasibility-caller.ts'

export interface PatientOfOrganisation {
  readonly patientId: string
  readonly organisationId: string
}

/** How often each patient counts in one answer. */
export type WeightOf = (patient: PatientOfOrganisation) => number

/** A stored trial asks the same of everybody who looks: each patient counts once. */
export const countedOnce: WeightOf = () => 1

/** A draft asks whatever its author likes: only the patients of the author's own care team count once each. */
export function draftWeight(caller: FeasibilityCaller): WeightOf {
  return ({ patientId, organisationId }) => (treatsPatientsOf(caller, organisationId) ? 1 : patientWeight(patientId))
}
