/**
 * Compares two protein changes in HGVS: V600E, p.V600E and p.(Val600Glu) are the same. A question may end in "*", which
 * stands for any change at that place ("p.Val600*"); to ask for a stop codon write Ter.
 */
export function isSameProteinChange(asked: string, found: string): boolean {
  const change = recordedProteinChange(found)
  const pattern = asked.trim()
  if (!pattern.endsWith('*')) return plainProteinChange(pattern) === change
  const stem = plainProteinChange(pattern.slice(0, -1))
  return change.startsWith(stem) && !/^\d/u.test(change.slice(stem.length))
}

/** A change as a report gives it, where "*" is a stop codon: "p.R213*" → "Arg213Ter". */
export function recordedProteinChange(found: string): string {
  return plainProteinChange(found.trim().replace(/\*/gu, 'Ter'))
}

/** Three-letter amino acids without prefix and brackets: "p.(V600E)" → "Val600Glu". */
export function plainProteinChange(change: string): string {
  const bare = change.replace(/^p\./u, '').replace(/[()]/gu, '')
  return bare.replace(/^([A-Z])(?=\d)|(?<=\d)([A-Z])$/gu, (letter) => threeLetter[letter] ?? letter)
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
