import type { PerformanceStatusLeaf } from '#domain/eligibility/leaf.ts'
import type { HeldAnalyte, HeldScale, HeldStage } from '../database/tables/screening-columns.ts'

export interface HeldLab {
  readonly column: HeldAnalyte
  /** UCUM unit of the number in the column; a limit asked in another unit is converted into it. */
  readonly unit: string
}

/** Analytes with columns of their own. Any other is in the document of readings. */
export const heldLabs: ReadonlyMap<string, HeldLab> = new Map([
  ['anc', { column: 'anc', unit: '10*9/L' }],
  ['platelets', { column: 'platelets', unit: '10*9/L' }],
  ['haemoglobin', { column: 'haemoglobin', unit: 'g/L' }],
  ['wbc', { column: 'wbc', unit: '10*9/L' }],
  ['albumin', { column: 'albumin', unit: 'g/L' }],
  ['bilirubin', { column: 'bilirubin', unit: 'umol/L' }],
  ['alt', { column: 'alt', unit: 'U/L' }],
  ['ast', { column: 'ast', unit: 'U/L' }],
  ['alp', { column: 'alp', unit: 'U/L' }],
  ['creatinine', { column: 'creatinine', unit: 'umol/L' }],
  ['calcium', { column: 'calcium', unit: 'mmol/L' }],
  ['ldh', { column: 'ldh', unit: 'U/L' }],
  ['ck', { column: 'ck', unit: 'U/L' }],
  ['afp', { column: 'afp', unit: 'ug/L' }],
  ['cd4', { column: 'cd4', unit: '10*6/L' }],
  ['inr', { column: 'inr', unit: 'ratio' }],
])

/** Scales of performance status by the name of their columns. */
export const heldScales = { ECOG: 'ecog', Karnofsky: 'karnofsky', Lansky: 'lansky' } as const satisfies Record<
  PerformanceStatusLeaf['scale'],
  HeldScale
>

export interface HeldStagePart {
  readonly system: string
  readonly part: 'group' | 't' | 'n' | 'm'
  readonly column: HeldStage
}

/** Parts of staging systems with columns of their own. Any other is in the document of stages. */
export const heldStages: readonly HeldStagePart[] = [
  { system: 'TNM8', part: 'group', column: 'tnm8_group' },
  { system: 'TNM8', part: 't', column: 'tnm8_t' },
  { system: 'TNM8', part: 'n', column: 'tnm8_n' },
  { system: 'TNM8', part: 'm', column: 'tnm8_m' },
  { system: 'FIGO', part: 'group', column: 'figo_group' },
  { system: 'ENSAT', part: 'group', column: 'ensat_group' },
  { system: 'AnnArbor', part: 'group', column: 'ann_arbor_group' },
  { system: 'MasaokaKoga', part: 'group', column: 'masaoka_koga_group' },
  { system: 'INRG', part: 'group', column: 'inrg_group' },
]
