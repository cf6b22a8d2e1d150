import type { PatientFacts } from './patient-facts.ts'
import { comparableWord, isOneOf } from './recorded-word.ts'
import type { Tri } from './tri.ts'

/** What a word for the extent of disease says of the others: those that it implies, and those that cannot be true beside it. */
interface ExtentWord {
  readonly implies: readonly string[]
  readonly denies: readonly string[]
}

/**
 * Extent is said on several axes at once, how far it has spread, whether it can be removed, and whether it has come back,
 * with one word. What a word does not speak of it leaves open: recurrent disease may have spread, and locally advanced
 * disease may be impossible to remove. General knowledge of oncology; a clinician should look through it.
 */
const extentWords: ReadonlyMap<string, ExtentWord> = new Map(
  Object.entries({
    localised: {
      implies: [],
      denies: [
        ...['locally-advanced', 'metastatic', 'systemic', 'no-evidence-of-disease'],
        // What cannot be removed is recorded as that.
        ...['unresectable', 'locally-recurrent-inoperable'],
      ],
    },
    'locally-advanced': { implies: [], denies: ['localised', 'metastatic', 'systemic', 'no-evidence-of-disease'] },
    'locally-recurrent-inoperable': {
      implies: ['recurrent', 'unresectable'],
      denies: ['metastatic', 'systemic', 'no-evidence-of-disease'],
    },
    recurrent: { implies: [], denies: ['no-evidence-of-disease'] },
    unresectable: { implies: [], denies: ['no-evidence-of-disease'] },
    metastatic: { implies: [], denies: ['localised', 'locally-advanced', 'no-evidence-of-disease'] },
    systemic: { implies: [], denies: ['localised', 'locally-advanced', 'no-evidence-of-disease'] },
    'no-evidence-of-disease': {
      implies: [],
      denies: [
        'localised',
        'locally-advanced',
        'locally-recurrent-inoperable',
        'recurrent',
        'unresectable',
        'metastatic',
        'systemic',
      ],
    },
  }),
)

/** Every word that an extent can be recorded as, from the least to the most, then none at all. */
export const extentVocabulary: readonly string[] = [...extentWords.keys()]

/** A metastasis that is there stands until somebody records otherwise. */
export const thereNow = ['present', 'untreated', 'stable', 'progressing', 'true', 'yes']

/** The extent as it is recorded; with a metastasis that is there beside it, the disease is metastatic as well. */
export function extentHeld({
  diseaseExtent,
  metastases,
}: Pick<PatientFacts, 'diseaseExtent' | 'metastases'>): readonly string[] {
  if (diseaseExtent === null) return []
  const word = comparableWord(String(diseaseExtent.value))
  const mayHaveSpread = extentWords.has(word) && word !== 'metastatic'
  const hasSpread = Object.values(metastases).some(
    ([latest]) => latest !== undefined && isOneOf(latest.value, thereNow),
  )
  return mayHaveSpread && hasSpread ? [word, 'metastatic'] : [word]
}

/** Whether the extent is one of the words asked: unknown where what is held neither says so nor rules every one out. */
export function judgeExtent(held: readonly string[], asked: readonly string[]): Tri {
  const words = asked.map(comparableWord)
  const said = new Set(held.flatMap((word) => [word, ...(extentWords.get(word)?.implies ?? [])]))
  if (words.some((word) => said.has(word))) return 'met'
  const denied = new Set([...said].flatMap((word) => extentWords.get(word)?.denies ?? []))
  return words.every((word) => denied.has(word)) ? 'notMet' : 'unknown'
}

/** What `extentHeld` can give in one word, for every word of the vocabulary. */
export const possibleExtents: readonly string[] = extentVocabulary.flatMap((word) =>
  word === 'metastatic' ? [word] : [word, extentText([word, 'metastatic'])],
)

/** The words that are held as one. */
export function extentText(held: readonly string[]): string {
  return held.join('+')
}

export function wordsOfExtent(text: string): readonly string[] {
  return text.split('+')
}
