/** The name under which a plain record holds the answer of a test: "msi", "cna ERBB2", "ihc her2". */
export function biomarkerKey(type: string, subject: string): string | null {
  switch (type) {
    case 'msi':
    case 'mmr':
      return type
    case 'cna':
    case 'variant':
      return `${type} ${subject}`
    case 'ihc':
      return `${type} ${subject.trim().toLowerCase()}`
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
