import type { Physique } from './physique.ts'
import type { PatientPlan } from './plan-patient.ts'

/** A blood test with the span its values lie in for one patient, and the reference limits of the laboratory. */
export interface Analyte {
  readonly code: string
  readonly unit: string
  readonly from: number
  readonly to: number
  readonly decimals: number
  readonly limits: readonly [number, number]
  /** Not part of every set of bloods. */
  readonly isOptional: boolean
}

/** Values of a patient in fair health for the cancer; a planned obstacle takes the counts past every trial's limit. */
export function analytesFor(plan: PatientPlan, physique: Physique): readonly Analyte[] {
  const counts = countsOf(plan)
  const isMale = physique.sex === 'male'
  const creatinine: Span = physique.ageYears < 16 ? [22, 48] : isMale ? [62, 98] : [50, 80]
  return [
    analyte('anc', '10*9/L', counts.anc, 1, [2, 7.5]),
    analyte('platelets', '10*9/L', counts.platelets, 0, [150, 410]),
    analyte('haemoglobin', 'g/L', counts.haemoglobin, 0, isMale ? [130, 170] : [120, 150]),
    analyte('wbc', '10*9/L', counts.wbc, 1, [4, 11]),
    analyte('creatinine', 'umol/L', creatinine, 0, isMale ? [59, 104] : [45, 84]),
    analyte('bilirubin', 'umol/L', [5, 19], 0, [0, 21]),
    analyte('alt', 'U/L', [12, 44], 0, [0, 40]),
    analyte('albumin', 'g/L', [34, 45], 0, [35, 50]),
    { ...analyte('ast', 'U/L', [14, 46], 0, [0, 40]), isOptional: true },
    { ...analyte('inr', 'ratio', [0.9, 1.2], 1, [0.8, 1.2]), isOptional: true },
    { ...analyte('ldh', 'U/L', [150, 290], 0, [120, 246]), isOptional: true },
  ]
}

type Span = readonly [number, number]

interface Counts {
  readonly anc: Span
  readonly platelets: Span
  readonly haemoglobin: Span
  readonly wbc: Span
}

function countsOf({ twist, profile }: PatientPlan): Counts {
  if (profile.course === 'leukaemia') return twist === 'counts' ? leukaemiaManyBlasts : leukaemia
  return twist === 'counts' ? low : usual
}

const usual: Counts = { anc: [2.1, 6.8], platelets: [150, 370], haemoglobin: [104, 146], wbc: [4.2, 9.8] }
const low: Counts = { anc: [0.3, 0.7], platelets: [22, 48], haemoglobin: [66, 78], wbc: [1.1, 2.6] }
const leukaemia: Counts = { anc: [0.4, 1.4], platelets: [24, 96], haemoglobin: [76, 104], wbc: [1.8, 19] }
const leukaemiaManyBlasts: Counts = { ...leukaemia, wbc: [28, 74] }

function analyte(code: string, unit: string, [from, to]: Span, decimals: number, limits: Span): Analyte {
  return { code, unit, from, to, decimals, limits, isOptional: false }
}
