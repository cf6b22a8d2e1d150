import { contradictionOfExtent, contradictionOfMetastasis } from './contradicting-records.ts'
import { currentRows } from './current-rows.ts'
import { deriveFacts, observationsOfCancer } from './derive-facts.ts'
import { sitesOf, stateOfSite } from './leaves/brain-and-cns.ts'
import { oppositeTest } from './leaves/opposite-test.ts'
import { isFailed } from './leaves/test-result.ts'
import { oppositeStatements } from './opposite-records.ts'
import type { PatientFacts } from './patient-facts.ts'
import type { Observation, PatientRecord } from './patient-record.ts'

/** Another row that says otherwise than a row. */
export interface OpposingRow {
  readonly rowId: string
  /**
   * saysOtherwise: the opposite of the same thing, on the same day or, of what a tumour does not lose, by a test of another;
   * of results of one day, on the other side of a limit that a trial asks.
   * cannotBeTrueBeside: something else, which cannot be true where this is.
   */
  readonly how: 'saysOtherwise' | 'cannotBeTrueBeside'
}

/** The way to find what the record holds against any of its rows. */
export function opposingRows(record: PatientRecord): (rowId: string) => readonly OpposingRow[] {
  const facts = deriveFacts(record)
  const statements = observationsOfCancer(currentRows(record.observations), facts.diagnosis)
  const contradictions = contradictingRows(facts)
  return (rowId) => {
    const opposite = [...oppositeRows(statements, rowId), ...oppositeTests(facts, rowId)]
    const beside = contradictions.flatMap(([one, other]) => (one === rowId ? [other] : other === rowId ? [one] : []))
    const found = (ids: readonly string[], how: OpposingRow['how']) =>
      [...new Set(ids)].map((id): OpposingRow => ({ rowId: id, how }))
    return [...found(opposite, 'saysOtherwise'), ...found(beside, 'cannotBeTrueBeside')]
  }
}

/**
 * Other results of the same test on the same day. A test can be repeated, so that they are opposites only where they answer
 * a question differently.
 */
export function otherResultsOfDay(record: PatientRecord, rowId: string): readonly string[] {
  const observations = currentRows(record.observations)
  const result = observations.find(({ id }) => id === rowId)
  const same = (other: Observation) =>
    other.kind === result?.kind && other.code === result.code && other.observedOn === result.observedOn
  const tests = currentRows(record.biomarkers)
  const test = tests.find(({ id }) => id === rowId)
  const others = [
    ...observations.filter(same),
    ...tests.filter(
      (other) =>
        other.type === test?.type &&
        other.marker === test.marker &&
        other.genes.join() === test.genes.join() &&
        other.reportedOn === test.reportedOn,
    ),
  ]
  return others.map(({ id }) => id).filter((id) => id !== rowId)
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
