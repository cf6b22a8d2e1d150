import { plainApostrophes } from './plain-apostrophes.ts'

/**
 * The form that typed text and stored text are compared in, so that spelling habits do not matter: no capitals and no
 * accents, full-width letters as ordinary ones, apostrophes gone, and one space for any other run of punctuation.
 * "O’Neill-Núñez" and "ｏ'neill  nunez" both give "oneill nunez". Nothing but letters, digits and single spaces is left.
 */
export function foldText(text: string): string {
  return plainApostrophes(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(singleLetters, (letter) => plainLetters[letter] ?? letter)
    .replace(writtenTogether, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Apostrophes, the transliteration signs that are used like them, and characters that are never seen. */
const writtenTogether = /['\u02b9-\u02cf]|\p{Cf}/gu

/** Letters that Unicode does not split into a base letter and an accent; the last is the sigma at the end of a word. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const singleLetters = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu')
