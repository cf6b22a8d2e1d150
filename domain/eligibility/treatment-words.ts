import type { Treatment } from './patient-record.ts'

/* The words that treatments are recorded by and criteria ask for, beside their classes. The lists are closed, because a
   misspelt word would fit no treatment, and let an exclusion pass. */

export const treatmentSettings = [
  'neoadjuvant',
  'adjuvant',
  'first-line',
  'palliative',
  'maintenance',
] as const satisfies readonly Treatment['setting'][]

/** "primary-resection" takes out the primary tumour and is major too; "major" is any other major operation. */
export const surgicalProcedures: readonly string[] = ['primary-resection', 'major', 'minor']

export const resectionMargins = ['R0', 'R1', 'R2'] as const satisfies readonly Treatment['margin'][]

/** Whether a lesion that the trial measures was treated. */
export const treatmentSites: readonly string[] = ['target-lesion', 'non-target-lesion']
