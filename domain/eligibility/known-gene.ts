import { geneNames } from './gene-names.ts'
import { geneSymbol } from './gene-symbol.ts'
import { oncologyGenes } from './oncology-genes.ts'

/** Every gene that a rule may ask for, by its HGNC symbol. */
const symbols: ReadonlySet<string> = new Set([...Object.keys(geneNames), ...oncologyGenes])

/** Whether what is written names a gene of the list, by its symbol or another of its names. "*" is any gene. */
export function isKnownGene(written: string): boolean {
  const symbol = geneSymbol(written)
  return symbol === '*' || symbols.has(symbol)
}

/** The gene that is most likely meant by a name with one or two wrong letters: "BRAFFF" is BRAF; null where none is near. */
export function geneLike(written: string): string | null {
  const symbol = geneSymbol(written)
  const most = symbol.length < 4 ? 1 : 2
  const near = [...symbols]
    .map((known) => ({ known, changes: changesBetween(symbol, known) }))
    .filter(({ changes }) => changes <= most)
    .toSorted((a, b) => a.changes - b.changes || (a.known < b.known ? -1 : 1))
  return near[0]?.known ?? null
}

/** How many letters have to be put in, taken out or exchanged to make one word of another. */
function changesBetween(one: string, other: string): number {
  let before = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const exchanged = (before[column - 1] ?? 0) + (one[row - 1] === other[column - 1] ? 0 : 1)
      now.push(Math.min(exchanged, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1))
    }
    before = now
  }
  return before[other.length] ?? 0
}
