import { comparableWord } from './recorded-word.ts'

/**
 * A stained protein in one name, so that two reports of one stain compare: "HER-2" and "ERBB2" → "her2". The name is not
 * that of the gene: what a stain shows says nothing of a copy number.
 */
export function stainedProtein(written: string): string {
  const name = comparableWord(written).replace(/[\s/\p{Pd}]/gu, '')
  return nameByOther.get(name) ?? name
}

const otherNames: Readonly<Record<string, readonly string[]>> = {
  ar: ['androgenreceptor'],
  brg1: ['smarca4'],
  her2: ['her2neu', 'erbb2', 'cerbb2'],
  ini1: ['smarcb1', 'baf47', 'snf5', 'hsnf5'],
  kit: ['ckit', 'cd117'],
  nut: ['nutm1'],
  p16: ['p16ink4a', 'cdkn2a'],
  p53: ['tp53'],
  pdl1: ['cd274', 'b7h1'],
}

const nameByOther: ReadonlyMap<string, string> = new Map(
  Object.entries(otherNames).flatMap(([name, others]) => others.map((other) => [other, name])),
)
