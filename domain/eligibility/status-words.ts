import { comparableWord } from './recorded-word.ts'
import type { Tri } from './tri.ts'

/**
 * Statuses of disease of which only one can be true of a patient at a time. They answer several questions with one word:
 * whether disease was treated before, what the last scan showed, and whether treatment works. Everything that does not
 * stand here is left open: recurrent disease may be stable, progressive or refractory, and newly diagnosed disease may
 * have grown, or have been removed. General knowledge of oncology; a clinician should look through it.
 */
const exclusivePairs: readonly (readonly [string, string])[] = [
  // Disease that nobody has treated yet has neither come back nor withstood treatment.
  ['newly-diagnosed', 'recurrent'],
  ['newly-diagnosed', 'refractory'],
  // One scan shows response, no change or growth.
  ['responding', 'stable'],
  ['responding', 'progressive'],
  ['stable', 'progressive'],
  // Refractory disease is that which does not respond. Its best may be no change.
  ['responding', 'refractory'],
  // A complete response leaves no evidence of disease.
  ['no-evidence-of-disease', 'stable'],
  ['no-evidence-of-disease', 'progressive'],
  ['no-evidence-of-disease', 'recurrent'],
  ['no-evidence-of-disease', 'refractory'],
]

export const statusVocabulary: readonly string[] = [
  'newly-diagnosed',
  'responding',
  'stable',
  'progressive',
  'recurrent',
  'refractory',
  'no-evidence-of-disease',
]

/** The statuses that cannot be true beside this one. */
export function statusesDenying(word: string): readonly string[] {
  const denied = comparableWord(word)
  return exclusivePairs.flatMap(([one, other]) => (one === denied ? [other] : other === denied ? [one] : []))
}

/** The statuses that rule out every one asked. */
export function statusesDenyingAll(asked: readonly string[]): readonly string[] {
  const [first = [], ...others] = asked.map(statusesDenying)
  return first.filter((word) => others.every((words) => words.includes(word)))
}

/**
 * Whether the disease is one of the statuses asked, by all that were recorded on one day. Unknown where they neither say
 * so nor rule every one out; `contradictory` where one says so and another rules every one out.
 */
export function judgeStatuses(held: readonly string[], asked: readonly string[]): Tri | 'contradictory' {
  const said = new Set(held.map(comparableWord))
  if (asked.some((word) => said.has(comparableWord(word))))
    return statusesDenyingAll(asked).some((word) => said.has(word)) ? 'contradictory' : 'met'
  return asked.every((word) => statusesDenying(word).some((other) => said.has(other))) ? 'notMet' : 'unknown'
}
