/** Text with compatibility forms folded (full-width letters, ligatures) and every sign used as an apostrophe as "'". */
export function plainApostrophes(text: string): string {
  // The acute accent that stands alone would be split into a space and an accent.
  return text
    .replace(/\u00b4/g, "'")
    .normalize('NFKC')
    .replace(/[\u2018-\u201b\u02bb\u02bc\u0060\u2032]/g, "'")
}
