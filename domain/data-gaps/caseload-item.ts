import type { SettlingItem } from '../eligibility/verdict.ts'

/** One row of one patient in the key of an item; the rest of the key says what is missing of it. */
const rowInKey = ':[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** The same pattern for `regexp_replace` in SQL. */
export const rowInKeyPattern = rowInKey

/**
 * The item as it is counted over a caseload. A missing last dose date of one treatment is the same gap as that of
 * another: "treatment:<row>:last dose date" becomes "treatment:last dose date".
 */
export function caseloadItem({ key, label }: SettlingItem): SettlingItem {
  const shared = caseloadKey(key)
  return shared === key ? { key, label } : { key: shared, label: caseloadLabel(shared, label) }
}

export function caseloadKey(key: string): string {
  return key.replace(new RegExp(rowInKey, 'u'), '')
}

/** The words of a gap that is counted over the treatments of many patients: a name would be only one of them. */
export function caseloadLabel(key: string, label: string): string {
  if (key === 'other-malignancy') return 'Details of another cancer'
  return key.startsWith('treatment:') && key !== 'treatment:lines'
    ? `Treatment: ${key.slice('treatment:'.length)}`
    : label
}
