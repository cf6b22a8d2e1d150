import { evidenceOfReading } from './evidence-of.ts'
import { explainOpposed } from './explain-reading.ts'
import { undecided } from './finding.ts'
import { isOpposed } from './is-opposed.ts'
import type { Reading } from './patient-facts.ts'
import type { Finding, SettlingItem } from './verdict.ts'

/** Not known, because one day has records that say opposite things; `null` of every other reading. */
export function opposedFinding(item: SettlingItem, label: string, reading: Reading): Finding | null {
  if (!isOpposed(reading)) return null
  return undecided('contradictory', item, explainOpposed(label, reading), evidenceOfReading(reading))
}
