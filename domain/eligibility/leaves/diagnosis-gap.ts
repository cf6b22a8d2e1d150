import { displayDate } from '../../identity/date-words.ts'
import { undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { DiagnosisFact } from '../patient-facts.ts'
import type { Finding, SettlingItem } from '../verdict.ts'

const wholeDiagnosis: SettlingItem = namedItem('diagnosis')

/** Nothing can be said of a cancer that is not recorded. */
export function noDiagnosis(): Finding {
  return undecided('missing', wholeDiagnosis, 'No cancer diagnosis is recorded')
}

/** The one item that settles most open questions about a diagnosis. */
export const histologyItem: SettlingItem = namedItem('diagnosis:histology')

/**
 * What to find out of a code of the diagnosis. Where no code of it can be read, the whole diagnosis is missing, and one
 * answer gives them all: nobody is asked for the diagnosis and for each of its codes.
 */
export function codeItem({ isUncoded }: Pick<DiagnosisFact, 'isUncoded'>, item: SettlingItem): SettlingItem {
  return isUncoded ? wholeDiagnosis : item
}

/** "MDT proforma, diagnosed 05-Jan-2026". */
export function originOf({ source, diagnosedOn }: DiagnosisFact): string {
  return diagnosedOn === null ? source : `${source}, diagnosed ${displayDate(diagnosedOn)}`
}
