/** What is stated, else what was there before. `null` is a statement ("not known"); only what is left out falls back. */
export function given<Value>(stated: Value | null | undefined, before: Value | null | undefined): Value | null {
  return stated === undefined ? (before ?? null) : stated
}
