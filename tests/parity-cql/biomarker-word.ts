/** The name under which a plain record holds the answer of a test: "msi", "cna ERBB2", "ihc her2". */
export function biomarkerKey(type: string, subject: string): string | null {
  switch (type) {
    case 'msi':
    case 'mmr':
      return type
    case 'cna':
    case 'variant':
      // However it is written: "c-Kit" is KIT, and "HER-2" ERBB2.
      return `${type} ${subject
        .trim()
        .toUpperCase()
        .replace('C-', '')
        .replace(/^(?:HER|ERBB)-?2$/u, 'ERBB2')}`
    case 'ihc':
      return `${type} ${subject
        .trim()
        .toLowerCase()
        .replace(/^(?:her|(?:c-?)?erbb)-?2$/u, 'her2')}`
    default:
      return null
  }
}

/** The result in one spelling; null where the sample failed or the laboratory does not commit itself. */
export function certainWord(result: string): string | null {
  const word = result.trim().toLowerCase()
  if (noAnswer.has(word)) return null
  if (word === 'positive' || word === 'detected') return 'present'
  return word === 'negative' || word === 'not detected' || word === 'not-detected' ? 'absent' : word
}

const noAnswer: ReadonlySet<string> = new Set([
  'failed',
  'insufficient',
  'insufficient sample',
  'equivocal',
  'indeterminate',
  'borderline',
  'unknown',
  '',
])

/** A protein change in letters of one, whatever it was written in: "p.(Val600Glu)" is "V600E". */
export function proteinChange(written: string): string {
  const bare = written.trim().replace(/^p\./u, '').replace(/[()]/gu, '').replace(/\*|X$/u, 'Ter')
  return bare.replace(/[A-Z][a-z]{2}/gu, (residue) => letters[residue] ?? residue)
}

/** "R132=" and "R132R" leave the protein as it is, "?" does not say what became of it; but "M1?" is a start that is lost. */
export function isNamedChange(written: string): boolean {
  const change = proteinChange(written)
  return change === 'M1?' || !(/=$/u.test(change) || /^([A-Z])\d+\1$/u.test(change) || /^([A-Z]\d+)?\?$/u.test(change))
}

const letters: Readonly<Record<string, string>> = {
  ...{ Ala: 'A', Arg: 'R', Asn: 'N', Asp: 'D', Cys: 'C', Gln: 'Q', Glu: 'E', Gly: 'G', His: 'H', Ile: 'I' },
  ...{ Leu: 'L', Lys: 'K', Met: 'M', Phe: 'F', Pro: 'P', Ser: 'S', Thr: 'T', Trp: 'W', Tyr: 'Y', Val: 'V' },
}
