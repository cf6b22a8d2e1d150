import { undecided } from '../finding.ts'
import type { Finding, SettlingItem } from '../verdict.ts'

/** Nothing can be said of a cancer that is not recorded. */
export function noDiagnosis(): Finding {
  return undecided('missing', { key: 'diagnosis', label: 'Diagnosis' }, 'No cancer diagnosis is recorded')
}

/** The one item that settles most open questions about a diagnosis. */
export const histologyItem: SettlingItem = { key: 'diagnosis:histology', label: 'Histology code of the diagnosis' }
