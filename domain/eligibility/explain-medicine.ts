import type { MedicationLeaf } from './event-leaf.ts'
import { displayValue, explainReading } from './explain-reading.ts'
import { factName } from './fact-name.ts'
import type { Reading } from './patient-facts.ts'

/** "Vitamin K antagonist: warfarin, active on 03-Aug-2026 (Clinic letter)". */
export function explainMedicine(name: string, reading: Reading): string {
  return `${explainReading(medicineLabel(name, reading), reading)} (${reading.source})`
}

/** "Vitamin K antagonist: warfarin," or "Systemic corticosteroid:" before what was recorded of it. */
export function medicineLabel(name: string, { detail }: Reading): string {
  return `${factName(name)}:${detail.name === undefined ? '' : ` ${detail.name},`}`
}

/** ", 8 mg a day; asked: more than 10 mg prednisolone or equivalent a day"; nothing where no dose is asked. */
export function explainDose(leaf: MedicationLeaf, { detail }: Reading): string {
  const asked = doseAsked(leaf)
  if (asked === null || typeof detail.doseMgPredEq !== 'number') return ''
  return `, ${displayValue(detail.doseMgPredEq)} mg a day; asked: ${asked}`
}

/** "more than 10 mg prednisolone or equivalent a day", or `null` where any dose will do. */
export function doseAsked({ doseMgPredEqMin, doseCmp }: MedicationLeaf): string | null {
  if (doseMgPredEqMin === undefined) return null
  return `${doseCmp === '>' ? 'more than' : 'at least'} ${doseMgPredEqMin} mg prednisolone or equivalent a day`
}
