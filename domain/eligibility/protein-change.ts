/**
 * Compares two protein changes in HGVS: V600E, p.V600E and p.(Val600Glu) are the same. A question may end in "*", which
 * stands for any change at that place ("p.Val600*"); to ask for a stop codon write Ter or X.
 */
export function isSameProteinChange(asked: string, found: string): boolean {
  const change = plainProteinChange(found)
  const pattern = asked.trim()
  if (!pattern.endsWith('*')) return plainProteinChange(pattern) === change
  const stem = plainProteinChange(pattern.slice(0, -1))
  return change.startsWith(stem) && !/^\d/u.test(change.slice(stem.length))
}

/**
 * Three-letter amino acids without prefix and brackets: "p.(V600E)" → "Val600Glu". A stop codon is "*" or, in older
 * reports, an X at the end: "p.R213*" and "R213X" → "Arg213Ter", "R97PfsX23" → "Arg97ProfsTer23".
 */
export function plainProteinChange(change: string): string {
  return change
    .trim()
    .replace(/^p\./u, '')
    .replace(/[()]/gu, '')
    .replace(/\*|(?<=\d|fs)X(?=\d*$)/gu, 'Ter')
    .replace(/(?<=^|_)([A-Z])(?=\d)|(?<=\d)([A-Z])(?=fs|$)/gu, (letter) => threeLetter[letter] ?? letter)
}

const threeLetter: Readonly<Record<string, string>> = {
  A: 'Ala',
  R: 'Arg',
  N: 'Asn',
  D: 'Asp',
  C: 'Cys',
  Q: 'Gln',
  E: 'Glu',
  G: 'Gly',
  H: 'His',
  I: 'Ile',
  L: 'Leu',
  K: 'Lys',
  M: 'Met',
  F: 'Phe',
  P: 'Pro',
  S: 'Ser',
  T: 'Thr',
  W: 'Trp',
  Y: 'Tyr',
  V: 'Val',
}

const aminoAcid = `(?:[${Object.keys(threeLetter).join('')}]|${Object.values(threeLetter).join('|')})`
const place = `(?:${aminoAcid}|Ter)[0-9]+`

/**
 * What a question can ask for, as a regular expression: one residue or a run of them, then what became of it. Anything
 * else (a change of DNA, an exon, small letters) is no change that a report can be compared with.
 */
export const proteinChangePattern = `^(?:p\\.)?\\(?${place}(?:_${place})?(?:${aminoAcid}|Ter|X|=|[?])?(?:(?:fs|del|dup|ins|ext)[A-Za-z0-9*-]*)?\\)?\\*?$`
