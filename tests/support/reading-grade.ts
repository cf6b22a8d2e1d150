/**
 * The school year, as the Flesch-Kincaid formula counts it, whose pupils can read a text: grade 6 is the age of eleven.
 * Syllables are counted by groups of vowels, which is near enough for a whole page.
 *
 * @param texts paragraphs and items of lists, each of one sentence or more
 */
export function readingGrade(texts: readonly string[]): number {
  const sentences = texts.flatMap((text) => text.split(/[.!?:]+\s|[.!?:]+$/)).filter((part) => /\p{L}/u.test(part))
  const words = sentences.flatMap((sentence) => sentence.match(/\p{L}[\p{L}’'-]*/gu) ?? [])
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word.toLowerCase()), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59
}

function syllablesIn(word: string): number {
  const spoken = word.replace(/(?<=[^aeiouyl])e(?:s|d)?$|(?<=[aeiou]l)es?$/u, '')
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1)
}
