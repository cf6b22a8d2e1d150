/** A person's name in its parts; null where a part is not recorded. */
export interface PersonName {
  readonly family: string | null
  readonly given: string | null
  readonly title: string | null
}

/**
 * The form for the patient banner and for lists: family name in capitals, comma, given name, title in brackets.
 * { Smith, Jane, Ms } → 'SMITH, Jane (Ms)'. A missing part reads 'Not known'; a missing title is left out.
 */
export function bannerName(name: PersonName): string {
  const family = cleanNamePart(name.family)
  const given = cleanNamePart(name.given)
  const title = cleanNamePart(name.title)
  if (family === '' && given === '') return notKnown
  const shown = `${family === '' ? notKnown : family.toUpperCase()}, ${given === '' ? notKnown : given}`
  return title === '' ? shown : `${shown} (${title})`
}

/**
 * The form that names are compared in: no capitals, accents, apostrophes or punctuation, one space between words.
 * "O’Neill-Núñez" and "o'neill nunez" give the same text. Full-width letters are read as ordinary ones.
 */
export function searchName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđßæœþıð]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(apostrophes, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * One spelling for storage: compatibility forms folded, curly apostrophes straight, spaces single, and the invisible
 * characters that could reorder or hide text on the screen taken out.
 */
export function cleanNamePart(text: string | null): string {
  return (text ?? '')
    .normalize('NFKC')
    .replace(apostrophes, "'")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

const notKnown = 'Not known'
const apostrophes = /['\u2018\u2019\u02bc\u02bb\u0060\u00b4\u2032]/g
/** Letters that Unicode does not split into a base letter and an accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
}
