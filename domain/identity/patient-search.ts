import { foldText } from './fold-text.ts'
import { plainApostrophes } from './plain-apostrophes.ts'

/** What a patient is found by. The numbers are as they are held, with or without spaces; null where not recorded. */
export interface SearchedPatient {
  readonly familyName: string
  readonly givenName: string
  readonly title: string | null
  readonly nhsNumber: string | null
  readonly hospitalNumber: string | null
}

/** For each typed word, the pieces of which at least one must be in the search form. */
export type SoughtPieces = readonly (readonly string[])[]

/**
 * Whether typed text finds a patient. Capitals, accents, punctuation and the order of the words make no difference. Each
 * typed word must begin a word of the family name, the given name, the title or a number, or such a word written together
 * with those after it. A typed word that begins none may go on from up to three words typed before it.
 *
 * O’Shaughnessy is found by "oshaugh", "o shaugh" and "shaugh", Smith-Jones by "smithj" and "jones smith", Alkhalili by
 * "al-khalili". Four or more digits and no letter are one number, found anywhere in a number: "999 000 0018", "0018".
 * Text without a letter or a digit finds nobody.
 * @param searchForm what `patientSearchForm` made of the patient
 */
export function isFoundByText(searchForm: string, text: string): boolean {
  return soughtPieces(text).every((pieces) => pieces.some((piece) => searchForm.includes(piece)))
}

/**
 * The stored side of `isFoundByText`: every word with the rest of its name, each after a space. SMITH-JONES, Amy (Ms)
 * gives " smithjones jones amy ms". It is to be made anew whenever a name, a title or a number changes.
 */
export function patientSearchForm({
  familyName,
  givenName,
  title,
  nhsNumber,
  hospitalNumber,
}: SearchedPatient): string {
  const parts = [familyName, givenName, title ?? '', nhsNumber ?? '', hospitalNumber ?? '']
  return [...new Set(parts.flatMap(beginnings))].map((word) => ` ${word}`).join('')
}

/**
 * The typed side of `isFoundByText`, for a query: pieces of letters and digits, with a space before what must begin a
 * word. An empty list of pieces can be met by nobody.
 */
export function soughtPieces(text: string): SoughtPieces {
  const words = foldText(text).split(' ')
  const digits = words.join('')
  if (digits === '') return [[]]
  if (/^\d{4,}$/.test(digits)) return [[digits]]
  return words.map((_, place) =>
    joinedToTheEnd(words.slice(Math.max(0, place - mostWordsBefore), place + 1)).map((piece) => ` ${piece}`),
  )
}

/** So that a long text asks for a few pieces a word, not for every run of its words. */
const mostWordsBefore = 3

/** An apostrophe parts words here, so that Shaughnessy is found in O’Shaughnessy; written together they are there too. */
function beginnings(name: string): readonly string[] {
  const words = foldText(plainApostrophes(name).replaceAll("'", ' ')).split(' ')
  return joinedToTheEnd(words).filter((word) => word !== '')
}

/** Each word written together with those after it: de, la, Cruz gives "delacruz", "lacruz", "cruz". */
function joinedToTheEnd(words: readonly string[]): readonly string[] {
  return words.map((_, place) => words.slice(place).join(''))
}
