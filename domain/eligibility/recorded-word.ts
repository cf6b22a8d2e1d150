import type { Tri } from './tri.ts'

/** Reads yes and no in the words that records use; any other word is unknown. */
export function yesOrNo(value: string | number | boolean): Tri {
  if (typeof value === 'boolean') return value ? 'met' : 'notMet'
  const word = comparableWord(value)
  if (['yes', 'present', 'true', 'agreed'].includes(word)) return 'met'
  return ['no', 'absent', 'false', 'declined'].includes(word) ? 'notMet' : 'unknown'
}

/**
 * The state of a condition, medicine or other dated presence: "active" and "present" go on, "history" and "stopped" are
 * over, "absent" was looked for and not there.
 */
export function presenceOf(value: string | number | boolean): 'active' | 'past' | 'absent' | 'unknown' {
  if (typeof value === 'boolean') return value ? 'active' : 'absent'
  const word = comparableWord(value)
  if (['active', 'present', 'yes', 'ongoing'].includes(word)) return 'active'
  if (['history', 'past', 'resolved', 'stopped', 'inactive'].includes(word)) return 'past'
  return ['absent', 'no', 'none', 'never'].includes(word) ? 'absent' : 'unknown'
}

/** Words of a test that found nothing. */
export const negativeResults: readonly string[] = ['negative', 'not detected', 'undetectable']

/** What was looked for and not found, in any of the words for it, or at grade 0. A word that is not known is none of them. */
export function isNegativeFinding(value: string | number | boolean): boolean {
  return value === 0 || presenceOf(value) === 'absent' || isOneOf(value, negativeResults)
}

/** Case and outer space make no difference between coded words. */
export function comparableWord(value: string | number): string {
  return String(value).trim().toLowerCase()
}

export function isOneOf(value: string | number | boolean, words: readonly (string | number)[]): boolean {
  return words.some((word) => comparableWord(word) === comparableWord(String(value)))
}

/** Results of a laboratory test: "positive" and "detected" are present, "negative" and "not detected" absent. */
export function plainResult(result: string): string {
  const word = comparableWord(result)
  if (['present', 'positive', 'detected'].includes(word)) return 'present'
  return ['absent', 'negative', 'not detected', 'not-detected'].includes(word) ? 'absent' : word
}
