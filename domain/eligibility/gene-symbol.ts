import { geneNames } from './gene-names.ts'

/**
 * A gene as HGNC writes it, so that two records of one gene compare: " braf" → "BRAF", "HER-2" → "ERBB2", "c-KIT" → "KIT",
 * "c9ORF72" → "C9orf72". A name that is not among `geneNames` is taken for the symbol: no symbol begins with "C-", and only
 * open reading frames have small letters. "*", any gene, stays as it is.
 */
export function geneSymbol(written: string): string {
  const symbol = written
    .trim()
    .toUpperCase()
    .replace(/^C-(?=[A-Z])/u, '')
  return symbolByName.get(plainName(symbol)) ?? symbol.replace(/^(C(?:\d+|X|Y))ORF(?=\d)/u, '$1orf')
}

/** In capitals, with the letters of a receptor's chains in words. */
function plainName(name: string): string {
  return name
    .replace(/[\s/\p{Pd}]/gu, '')
    .replace(/\u0391/gu, 'ALPHA')
    .replace(/\u0392/gu, 'BETA')
}

const symbolByName: ReadonlyMap<string, string> = new Map(
  Object.entries(geneNames).flatMap(([symbol, names]) => [symbol, ...names].map((name) => [plainName(name), symbol])),
)
