import type { components } from '#api/schema.ts'
import { clinicalDate } from '../../format/dates.ts'

type Schemas = components['schemas']

/** "35 ×10⁹/L on 21-Nov-2026", named where what it was recorded of has another name: "KIT variant: Found". */
export function valueWords({ label, valueText, on }: Schemas['ValueInWords'], itemLabel: string): string {
  const named = label === itemLabel ? valueText : `${label}: ${valueText}`
  return on === null ? named : `${named} on ${clinicalDate(on)}`
}

/**
 * What is lost with the value beyond the value itself, where nothing is brought back: the only diagnosis, or a
 * confirmation by which silence was read as absence. Null where nothing is.
 */
export function lossSentence(
  { itemId, label, entered }: Schemas['PatientItem'],
  items: readonly Schemas['PatientItem'][],
): string | null {
  const others = items.filter((other) => other.itemId !== itemId).map((other) => other.entered)
  if (entered.kind === 'diagnosis') {
    if (!others.some(({ kind }) => kind === 'diagnosis'))
      return 'The patient is then left without a diagnosis: trials for every cancer are listed, each in need of one.'
    return label === otherCancer ? null : 'Trials are then sought for the other cancer that is recorded.'
  }
  if (entered.kind !== 'assertion') return null
  const isConfirmedTwice = others.some((other) => other.kind === 'assertion' && other.category === entered.category)
  const unless = isConfirmedTwice ? ', unless the other confirmation says so' : ''
  return `What is not recorded here then counts as not known, no longer as absent${unless}.`
}

/** What a cancer is called for which no trials are sought. */
const otherCancer = 'Other cancer'
