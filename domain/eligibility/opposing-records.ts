import type { CalendarDate } from '../identity/calendar-date.ts'
import { contradictionOfExtent, contradictionOfMetastasis } from './contradicting-records.ts'
import { currentRows } from './current-rows.ts'
import { deriveFacts, observationsOfCancer } from './derive-facts.ts'
import { sitesOf, stateOfSite } from './leaves/brain-and-cns.ts'
import { oppositeTest } from './leaves/opposite-test.ts'
import { isFailed } from './leaves/test-result.ts'
import { oppositeStatements } from './opposite-records.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { Observation, PatientRecord } from './patient-record.ts'
import { type RecordedItem, recordedItems } from './recorded-items.ts'

/** A record that says otherwise than a value that has just been recorded. Named after the contract's schema. */
export interface OpposingRecord {
  /** The row that has just been recorded. */
  readonly itemId: string
  /**
   * saysOtherwise: the opposite of the same thing, on the same day or, of what a tumour does not lose, by a test of another.
   * cannotBeTrueBeside: something else, which cannot be true where this is.
   */
  readonly how: 'saysOtherwise' | 'cannotBeTrueBeside'
  readonly record: RecordedItem
}

/**
 * What the record holds against rows that have just been recorded in it. What they are about is not known until one of each
 * two is corrected or taken back: whoever records the second has to be told, because nothing is refused.
 */
export function opposingRecords(
  record: PatientRecord,
  itemIds: readonly string[],
  asOf: CalendarDate,
): readonly OpposingRecord[] {
  const facts = deriveFacts(record)
  const statements = observationsOfCancer(currentRows(record.observations), facts.diagnosis)
  const contradictions = contradictingRows(facts)
  const shown = new Map(recordedItems(record, asOf).map((item) => [item.itemId, item]))
  return itemIds.flatMap((itemId) => {
    const opposite = [...oppositeRows(statements, itemId), ...oppositeTests(facts, itemId)]
    const beside = contradictions.flatMap(([one, other]) => (one === itemId ? [other] : other === itemId ? [one] : []))
    const found = (ids: readonly string[], how: OpposingRecord['how']) =>
      [...new Set(ids)].flatMap((id) => {
        const item = shown.get(id)
        return item === undefined ? [] : [{ itemId, how, record: item }]
      })
    return [...found(opposite, 'saysOtherwise'), ...found(beside, 'cannotBeTrueBeside')]
  })
}

function oppositeRows(rows: readonly Observation[], itemId: string): readonly string[] {
  const row = rows.find(({ id }) => id === itemId)
  return row === undefined ? [] : oppositeStatements(row, rows).map(({ id }) => id)
}

function oppositeTests({ biomarkers }: Pick<PatientFacts, 'biomarkers'>, itemId: string): readonly string[] {
  const valid = biomarkers.filter((test) => !isFailed(test))
  const test = valid.find(({ rowId }) => rowId === itemId)
  if (test === undefined) return []
  return valid.filter((other) => oppositeTest(test, [other]) !== null).map(({ rowId }) => rowId)
}

/** Pairs of rows that cannot both be true. */
function contradictingRows(facts: PatientFacts): readonly (readonly [string, string])[] {
  const { diseaseExtent: extent } = facts
  const ofExtent = contradictionOfExtent(facts)
  const ofSites = sitesOf(facts).flatMap((site) => {
    const state = stateOfSite(site, facts)
    if (state === null) return []
    const others = [state.contradiction ?? null, contradictionOfMetastasis(state.latest, extent)]
    return others.flatMap((other) => (other === null ? [] : [[state.latest.rowId, other.reading.rowId] as const]))
  })
  return extent === null || ofExtent === null ? ofSites : [[extent.rowId, ofExtent.reading.rowId], ...ofSites]
}
