import type { Observation } from './patient-record.ts'
import { comparableWord } from './recorded-word.ts'
import { boundOf } from './report-bound.ts'

type Result = Pick<Observation, 'value' | 'unit' | 'lowerLimit' | 'upperLimit' | 'detail'>

/**
 * Of results of one test on one day, those that say different things. None overrules another: no record says at what time
 * of the day a sample was taken, and what was typed later need not have been taken later. What another report says as
 * well, with its limits of normal, is told by that one. In the order given.
 */
export function differingResults<Row extends Result>(ofDay: readonly Row[]): readonly Row[] {
  if (ofDay.length < 2) return ofDay
  return ofDay.filter((row, place) => !ofDay.some((other, at) => at !== place && isToldBy(row, other, at < place)))
}

/** Of two that tell the same, the first is kept. */
function isToldBy(row: Result, other: Result, isFirst: boolean): boolean {
  return repeats(other, row) && (isFirst || !repeats(row, other))
}

/** Whether the first has everything that the second says. */
function repeats(fuller: Result, row: Result): boolean {
  return (
    comparableWord(String(fuller.value)) === comparableWord(String(row.value)) &&
    fuller.unit === row.unit &&
    boundOf(fuller) === boundOf(row) &&
    (row.lowerLimit === null || row.lowerLimit === fuller.lowerLimit) &&
    (row.upperLimit === null || row.upperLimit === fuller.upperLimit)
  )
}
