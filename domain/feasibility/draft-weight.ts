import { patientWeight } from '../disclosure/patient-weight.ts'
import type { GroupedPatient } from './patient-group.ts'

/** How often each patient counts in one answer. */
export type WeightOf = (patient: GroupedPatient) => number

/** A stored trial asks the same of everybody who looks: each patient counts once. */
export const countedOnce: WeightOf = () => 1

/** A draft asks whatever its author likes: only the patients of the author's own care team count once each. */
export const draftWeight: WeightOf = ({ patientId, isOwn }) => (isOwn ? 1 : patientWeight(patientId))
