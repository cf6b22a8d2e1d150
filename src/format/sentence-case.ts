/**
 * Words as a sentence of their own: the first letter is a capital, also inside a bracket. A first word that holds a
 * capital, a digit or a hyphen is a name, whose spelling stays: "dMMR", "p16", "anti-PD-1".
 */
export function sentenceCase(words: string): string {
  return words.replace(/^\(*\p{Ll}(?=\p{Ll}*(?![\p{L}\p{N}-]))/u, (start) => start.toUpperCase())
}
