import { displayDate } from '../identity/date-words.ts'
import type { Observation } from './patient-record.ts'
import { isOneOf } from './recorded-word.ts'

/** What a record of a metastasis says beyond its word: "treated", "stable since 01-Aug-2026". */
export function metastasisDetails({ value, detail }: Pick<Observation, 'value' | 'detail'>): readonly string[] {
  const { isTreated, isStable, stableSinceOn } = detail
  return [
    ...(typeof isTreated === 'boolean' ? [isTreated ? 'treated' : 'not treated'] : []),
    ...(typeof isStable === 'boolean' ? [isStable ? 'stable' : 'not stable'] : []),
    ...(typeof stableSinceOn === 'string' ? [`stable since ${displayDate(stableSinceOn)}`] : []),
  ].filter((words) => !isOneOf(value, sameAs[words] ?? []))
}

/** Words of a record that say the same. */
const sameAs: Readonly<Record<string, readonly string[]>> = {
  treated: ['treated'],
  'not treated': ['untreated'],
  stable: ['stable'],
  'not stable': ['progressing'],
}
