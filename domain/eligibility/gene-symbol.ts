/**
 * A gene as HGNC writes it, so that two records of one gene compare: " braf" → "BRAF", "c-KIT" → "KIT", "c9ORF72" →
 * "C9orf72". No symbol begins with "C-", and only open reading frames have small letters. "*", any gene, stays as it is.
 */
export function geneSymbol(written: string): string {
  return written
    .trim()
    .toUpperCase()
    .replace(/^C-(?=[A-Z])/u, '')
    .replace(/^(C(?:\d+|X|Y))ORF(?=\d)/u, '$1orf')
}
