/** One row of one patient in the key of an item; the rest of the key says what is missing of it. */
const rowInKey = ':[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'

/** The same pattern for `regexp_replace` in SQL. */
export const rowInKeyPattern = rowInKey

/**
 * The key of an item as it is counted over a caseload. A missing last dose date of one treatment is the same gap as that
 * of another: "treatment:<row>:last dose date" becomes "treatment:last dose date".
 */
export function caseloadKey(key: string): string {
  return key.replace(new RegExp(rowInKey, 'u'), '')
}
