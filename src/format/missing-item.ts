import type { components } from '#api/schema.ts'

type MissingItem = components['schemas']['MissingItem']

/** The items of the minimum set in the words of lists and filters. */
export const missingItemWords: Readonly<Record<MissingItem, string>> = {
  histology: 'Histology',
  stage: 'Stage',
  performanceStatus: 'Performance status',
  biomarkers: 'Biomarkers',
  bloodCount: 'Blood count',
  kidneyFunction: 'Kidney function',
  liverFunction: 'Liver function',
  treatmentHistory: 'Treatment history',
}

/** `Histology, Stage`; without any, "Nothing". */
export function missingText(missing: readonly MissingItem[]): string {
  return missing.length === 0 ? 'Nothing' : missing.map((item) => missingItemWords[item]).join(', ')
}
