import type { MedicationLeaf } from './event-leaf.ts'
import { displayValue, explainReading } from './explain-reading.ts'
import { factName } from './fact-name.ts'
import type { Reading } from './patient-facts.ts'

/** "Vitamin K antagonist: warfarin, active on 03-Aug-2026 (Clinic letter)". */
export function explainMedicine(name: string, reading: Reading): string {
  const drug = reading.detail.name === undefined ? '' : ` ${reading.detail.name},`
  return `${explainReading(`${factName(name)}:${drug}`, reading)} (${reading.source})`
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
