import { thereNow } from './extent-words.ts'
import { factName } from './fact-name.ts'
import type { PatientFacts, Reading } from './patient-facts.ts'
import { isOneOf } from './recorded-word.ts'
import { statusesDenying } from './status-words.ts'

/** A record that cannot be true beside another, with its name. */
export interface Contradiction {
  readonly label: string
  readonly reading: Reading
}

/**
 * What cannot be true beside the extent: a metastasis that is there, because it stands until somebody records otherwise,
 * beside disease that has not spread; active disease beside none, recorded on the same day or later. Which of the two
 * holds is for a person to say.
 */
export function contradictionOfExtent({
  diseaseExtent: extent,
  metastases,
  diseaseStatuses,
}: Pick<PatientFacts, 'diseaseExtent' | 'metastases' | 'diseaseStatuses'>): Contradiction | null {
  if (extent === null) return null
  if (isOneOf(extent.value, withoutSpread)) {
    for (const [site, [latest]] of Object.entries(metastases)) {
      if (latest !== undefined && isOneOf(latest.value, thereNow))
        return { label: `${factName(site)} metastasis`, reading: latest }
    }
  }
  const [status] = diseaseStatuses
  if (status === undefined || status.on < extent.on) return null
  const none = 'no-evidence-of-disease'
  const opposite = isOneOf(extent.value, [none]) ? statusesDenying(none) : [none]
  return isOneOf(status.value, opposite) ? { label: 'Disease status', reading: status } : null
}

/** The extent recorded on the same day as a metastasis that is there or later, and that says there is none. */
export function contradictionOfMetastasis(latest: Reading, extent: Reading | null): Contradiction | null {
  if (extent === null || extent.on < latest.on) return null
  const isContradicted = isOneOf(latest.value, thereNow) && isOneOf(extent.value, withoutSpread)
  return isContradicted ? { label: 'Disease extent', reading: extent } : null
}

/** The extent recorded since a metastasis was treated, and that says there is none: it may have gone. */
export function goneSince(latest: Reading, extent: Reading | null): Contradiction | null {
  if (extent === null || extent.on < latest.on) return null
  const mayBeGone = isOneOf(latest.value, ['treated']) && isOneOf(extent.value, withoutSpread)
  return mayBeGone ? { label: 'Disease extent', reading: extent } : null
}

const withoutSpread = ['localised', 'locally-advanced', 'locally-recurrent-inoperable', 'no-evidence-of-disease']
