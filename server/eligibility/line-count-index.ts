const known = ['neoadjuvant', 'adjuvant', 'first-line', 'palliative', 'maintenance']

/** Every set of settings that a question can name, and at the end the one for any setting at all. */
export const settingsOfLines: readonly (readonly string[])[] = setsOf()

/** Where the counts for these settings stand. A word that is no setting of a treatment adds nothing. */
export function lineCountIndex(settings: readonly string[]): number {
  if (settings.includes('any')) return settingsOfLines.length - 1
  return known.reduce((index, setting, bit) => (settings.includes(setting) ? index + 2 ** bit : index), 0)
}

function setsOf(): readonly (readonly string[])[] {
  const count = 2 ** known.length
  const sets = Array.from({ length: count }, (_, index) =>
    known.filter((_setting, bit) => Math.floor(index / 2 ** bit) % 2 === 1),
  )
  return [...sets, ['any']]
}
