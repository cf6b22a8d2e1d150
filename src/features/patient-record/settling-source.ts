import { splitItemKey } from '#domain/eligibility/item-key.ts'

/** What one action finds out beside a blood sample, in the order in which what weighs the same is shown. */
export const settlingSources = [
  'pathology',
  'scan',
  'clinic',
  'laboratory',
  'treatment',
  'review',
  'decision',
  'identity',
] as const

export type SettlingSource = (typeof settlingSources)[number]

export const settlingSourceWords: Readonly<Record<SettlingSource, string>> = {
  pathology: 'Pathology and gene tests',
  scan: 'Scan and tumour assessment',
  clinic: 'Clinic visit',
  laboratory: 'Other laboratory results',
  treatment: 'Treatments given',
  review: 'Reviews to confirm',
  decision: 'Judgements and decisions',
  identity: 'Hospital record',
}

/** Where an item is found out. What is of no known sort is for a person to answer. */
export function settlingSource(key: string): SettlingSource {
  return byKey.get(key) ?? bySort.get(splitItemKey(key)[0]) ?? 'decision'
}

const byKey: ReadonlyMap<string, SettlingSource> = new Map([
  ['observation:lvef', 'scan'],
  ['observation:residual-tumour-max-diameter', 'scan'],
])

const sorts: Readonly<Record<SettlingSource, readonly string[]>> = {
  pathology: ['diagnosis', 'diagnosis-basis', 'diagnosis-date', 'grade', 'biomarker', 'test'],
  scan: [
    ...['stage', 'disease-extent', 'disease-status', 'measurable-disease'],
    ...['progression', 'best-response', 'metastasis'],
  ],
  clinic: [
    ...['ps', 'score', 'observation', 'condition', 'medication', 'toxicity'],
    ...['childbearing-potential', 'other-malignancy'],
  ],
  laboratory: ['lab', 'infection'],
  treatment: ['treatment', 'interval', 'therapy'],
  review: ['assertion'],
  decision: ['attest', 'central-review', 'standard-options', 'cohort', 'override'],
  identity: ['sex', 'birth-date'],
}

const bySort: ReadonlyMap<string, SettlingSource> = new Map(
  settlingSources.flatMap((source) => sorts[source].map((sort): [string, SettlingSource] => [sort, source])),
)
