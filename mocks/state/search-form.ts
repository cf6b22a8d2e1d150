/** How names and titles are searched: no accents, capitals or full-width letters; punctuation counts. */
export function searchForm(text: string): string {
  return text
    .normalize('NFKC')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđðßæœþı‘’]/g, (letter) => plainLetters[letter] ?? letter)
}

/** Letters that Unicode does not split into a base letter and an accent, and curly apostrophes. */
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
  '‘': "'",
  '’': "'",
}
