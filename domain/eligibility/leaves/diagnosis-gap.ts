import { displayDate } from '../explain-date.ts'
import { undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { DiagnosisFact } from '../patient-facts.ts'
import type { Finding, SettlingItem } from '../verdict.ts'

/** Nothing can be said of a cancer that is not recorded. */
export function noDiagnosis(): Finding {
  return undecided('missing', namedItem('diagnosis'), 'No cancer diagnosis is recorded')
}

/** The one item that settles most open questions about a diagnosis. */
export const histologyItem: SettlingItem = namedItem('diagnosis:histology')

/** "MDT proforma, diagnosed 05-Jan-2026". */
export function originOf({ source, diagnosedOn }: DiagnosisFact): string {
  return diagnosedOn === null ? source : `${source}, diagnosed ${displayDate(diagnosedOn)}`
}
