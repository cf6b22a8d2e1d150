import type { Biomarker } from './patient-record.ts'
import type { Choice } from './value-shape.ts'

/** What a report can say by type of test. "failed" is an answer too: the sample gave no result. */
export const biomarkerResults: Readonly<Record<Biomarker['type'], readonly Choice[]>> = {
  variant: foundOrNot(),
  fusion: foundOrNot(),
  cna: [
    { value: 'amplified', label: 'Amplified' },
    { value: 'not-amplified', label: 'Not amplified' },
    { value: 'failed', label: 'Sample failed' },
  ],
  ihc: [
    { value: 'present', label: 'Present' },
    { value: 'absent', label: 'Absent' },
    { value: 'equivocal', label: 'Equivocal' },
    { value: 'failed', label: 'Sample failed' },
  ],
  hla: [
    { value: 'positive', label: 'Positive' },
    { value: 'negative', label: 'Negative' },
    { value: 'failed', label: 'Sample failed' },
  ],
  msi: [
    { value: 'MSI-H', label: 'MSI-H: high' },
    { value: 'MSI-L', label: 'MSI-L: low' },
    { value: 'MSS', label: 'MSS: stable' },
    { value: 'failed', label: 'Sample failed' },
  ],
  mmr: [
    { value: 'dMMR', label: 'dMMR: deficient' },
    { value: 'pMMR', label: 'pMMR: proficient' },
    { value: 'failed', label: 'Sample failed' },
  ],
  tmb: [
    { value: 'reported', label: 'Reported' },
    { value: 'failed', label: 'Sample failed' },
  ],
}

function foundOrNot(): readonly Choice[] {
  return [
    { value: 'present', label: 'Found' },
    { value: 'absent', label: 'Not found' },
    { value: 'failed', label: 'Sample failed' },
  ]
}

/** Scores of a stain or a count, by type of test: immunoreactive score, plus signs, percentage of cells; mutations per megabase. */
export const biomarkerUnits: Readonly<
  Partial<Record<Biomarker['type'], Readonly<Record<string, readonly [number, number]>>>>
> = {
  ihc: { IRS: [0, 12], plus: [0, 3], '%': [0, 100] },
  tmb: { 'mut/Mb': [0, 1000] },
}
