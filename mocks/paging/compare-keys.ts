type Key = string | number

const readingOrder = new Intl.Collator('en-GB')

/** Names and titles as an English reader expects them, accents beside their letters. */
export function compareNames(a: string, b: string): number {
  return readingOrder.compare(a, b)
}

/** Code by code, as dates and identifiers are ordered. */
export function compareKeys(a: Key, b: Key): number {
  return a < b ? -1 : a > b ? 1 : 0
}
