/**
 * Compares two protein changes in HGVS: V600E, p.V600E and p.(Val600Glu) are the same. A question may end in "*", which
 * stands for any other amino acid at that place ("p.Val600*"): a stop, a shift of the frame or a deletion there is
 * another kind of change. To ask for a stop codon write Ter or X. What changes nothing is the same as nothing.
 */
export function isSameProteinChange(asked: string, found: string): boolean {
  if (!changesProtein(found)) return false
  const change = plainProteinChange(found)
  const pattern = asked.trim()
  if (!pattern.endsWith('*')) return plainProteinChange(pattern) === change
  const stem = plainProteinChange(pattern.slice(0, -1))
  if (isPlace(stem)) return substitutedPlace(found) === stem
  return change.startsWith(stem) && !/^\d/u.test(change.slice(stem.length))
}

/**
 * Whether the report says that the protein is another one: not "p.Arg132=" or "p.Arg132Arg", which change nothing, nor
 * "p.?", which does not say what they change. "p.Met1?" does: the protein cannot be begun as usual.
 */
export function changesProtein(found: string): boolean {
  const change = plainProteinChange(found)
  return change === 'Met1?' || !(isNoChange(found) || isUnclear(change))
}

/** "Arg132" of a report that another amino acid stands there: a missense change. Null of every other report. */
export function substitutedPlace(found: string): string | null {
  const [, place, before, after] = /^(([A-Z][a-z]{2})\d+)([A-Z][a-z]{2})$/u.exec(plainProteinChange(found)) ?? []
  if (place === undefined || after === undefined || before === after) return null
  return aminoAcids.has(after) ? place : null
}

/** Why a report of something found at the place does not say that there is another amino acid; null where it does. */
export function whyNoSubstitution(found: string): string | null {
  if (isNoChange(found)) return 'which leaves the protein as it is'
  if (!changesProtein(found)) return 'which does not say what became of the protein'
  return substitutedPlace(found) === null ? 'which does not put one amino acid in place of another' : null
}

/** Whether what was found begins at the residue of a question for any change there. */
export function isSamePlace(asked: string, found: string): boolean {
  const place = plainProteinChange(asked.trim().slice(0, -1))
  const change = plainProteinChange(found)
  return isPlace(place) && change.startsWith(place) && !/^\d/u.test(change.slice(place.length))
}

/** Whether it names one residue and nothing that became of it: "Val600". */
export function isPlace(change: string): boolean {
  return /^[A-Z][a-z]{2}\d+$/u.test(change)
}

/** Whether the report says that the protein is as usual: "p.Arg132=", "p.Arg132Arg". */
export function isNoChange(found: string): boolean {
  const change = plainProteinChange(found)
  return /^[A-Za-z0-9_]*=$/u.test(change) || /^([A-Z][a-z]{2})\d+\1$/u.test(change)
}

function isUnclear(change: string): boolean {
  return /^(?:[A-Z][a-z]{2}\d+_?)*\?$/u.test(change)
}

/**
 * Three-letter amino acids without prefix and brackets: "p.(V600E)" → "Val600Glu". A stop codon is "*" or, in older
 * reports, an X at the end: "p.R213*" and "R213X" → "Arg213Ter", "R97PfsX23" → "Arg97ProfsTer23".
 */
export function plainProteinChange(change: string): string {
  return change
    .replace(/\s/gu, '')
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

const aminoAcids: ReadonlySet<string> = new Set(Object.values(threeLetter))
const aminoAcid = `(?:[${Object.keys(threeLetter).join('')}]|${Object.values(threeLetter).join('|')})`
const place = `(?:${aminoAcid}|Ter)[0-9]+`

const change = `${place}(?:_${place})?(?:${aminoAcid}|Ter|X)?(?:(?:fs|del|dup|ins|ext)[A-Za-z0-9*-]*)?`

/**
 * What a question can ask for, as a regular expression: one residue or a run of them, then what became of it. Anything
 * else (a change of DNA, an exon, small letters) is no change that a report can be compared with, and "=" is none at all.
 */
export const proteinChangePattern = `^(?:p\\.)?\\(?(?:${change}|M(?:et)?1[?])\\)?\\*?$`
