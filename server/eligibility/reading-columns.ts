import type { Insertable } from 'kysely'
import { creatinineClearance } from '#domain/eligibility/creatinine-clearance.ts'
import { inClass } from '#domain/eligibility/leaves/evaluate-scales.ts'
import { numberIn } from '#domain/eligibility/number-in-unit.ts'
import { type PatientFacts, type Reading, resultsOf, type Series } from '#domain/eligibility/patient-facts.ts'
import { comparableWord, yesOrNo } from '#domain/eligibility/recorded-word.ts'
import { boundOf } from '#domain/eligibility/report-bound.ts'
import type { ScreeningColumns } from '../database/tables/screening-columns.ts'
import type { ReadingEntry } from '../database/tables/screening-documents.ts'
import { comparableMeasure } from './comparable-measure.ts'
import { documentOf } from './document-of.ts'
import { heldLabs } from './fact-catalogue.ts'

/** Measurements without columns of their own, what people have decided, and creatinine clearance. */
export function readingColumns(facts: PatientFacts): Insertable<Partial<ScreeningColumns>> {
  return {
    readings: documentOf(readingsOf(facts)),
    attestations: documentOf(answersOf(facts)),
    central_reviews: documentOf(
      Object.fromEntries(
        Object.entries(facts.centralReviews).map(([type, { value }]) => [type, comparableWord(String(value))]),
      ),
    ),
    ...clearanceColumns(facts),
  }
}

/** The limit of normal counts only where the same report gives it. */
export function multipleOf({ value }: Reading, limit: number | null): number | null {
  return typeof value !== 'number' || limit === null || limit <= 0 ? null : finite(value / limit)
}

/** No laboratory reports such a number; a database column could not compare it. */
export function finite(value: number | null): number | null {
  return value !== null && Number.isFinite(value) ? value : null
}

function readingsOf(facts: PatientFacts): Record<string, ReadingEntry> {
  const labs = Object.entries(facts.labs).filter(([analyte, series]) => !isInColumn(analyte, series))
  const { 'child-pugh': childPugh } = facts.scores
  const clearances = clearancesOf(facts)
  return {
    ...(clearances.length > 1 ? { [workedOutClearance]: entryOfDay(clearances) } : {}),
    ...countedOf(facts.labs.creatinine),
    ...entries('lab', labs),
    ...entries('observation', Object.entries(facts.observations)),
    ...entries('ps', severalOfDay(facts.performanceStatus)),
    ...entries('score', Object.entries(facts.scores)),
    ...(childPugh === undefined ? {} : { [childPughClass]: entryOfDay(resultsOf(childPugh).map(classed)) }),
  }
}

function classed(reading: Reading): Reading {
  return inClass('child-pugh', reading)
}

/** What is one has columns of its own. */
function severalOfDay(series: Readonly<Record<string, Series>>) {
  return Object.entries(series).filter(([, { sameDay }]) => sameDay.length > 0)
}

/** Clearances from parts of which one was measured several times on one day. */
export const workedOutClearance = 'worked out:crcl-cg'

/** Several creatinines of one day, each of which is a number to count with. */
export const countedCreatinines = 'counted:creatinine'

function countedOf(series: Series | undefined): Record<string, ReadingEntry> {
  const results = resultsOf(series)
  const areCounted = results.every(
    (each) => boundOf(each) === null && Number(numberIn(each, 'umol/L', 'creatinine')) > 0,
  )
  return results.length > 1 && areCounted ? { [countedCreatinines]: entryOfDay(results) } : {}
}

/** A Child-Pugh score as a question for classes takes it. */
export const childPughClass = 'score class:child-pugh'

function isInColumn(analyte: string, { latest, sameDay }: Series): boolean {
  const held = heldLabs.get(analyte)
  if (held === undefined || sameDay.length > 0) return false
  return boundOf(latest) === null && numberIn(latest, held.unit, analyte) !== null
}

function entries(kind: string, series: readonly (readonly [string, Series])[]): Record<string, ReadingEntry> {
  return Object.fromEntries(series.map(([code, each]) => [`${kind}:${code}`, entryOfDay(resultsOf(each))]))
}

function entryOfDay(results: readonly Reading[]): ReadingEntry {
  const [first, ...others] = results.map(entryOf)
  if (first === undefined) throw new RangeError('A day without any result has no entry')
  return others.length === 0 ? first : { ...first, all: [first, ...others] }
}

function entryOf(reading: Reading): ReadingEntry {
  const { on, value, unit } = reading
  const bound = boundOf(reading)
  const measure =
    typeof value !== 'number'
      ? { number: null, unit: null }
      : unit === null
        ? { number: value, unit: null }
        : comparableMeasure(value, unit)
  return {
    day: on,
    word: comparableWord(String(value)),
    ...measure,
    x_uln: multipleOf(reading, reading.upperLimit),
    x_lln: multipleOf(reading, reading.lowerLimit),
    ...(bound === null ? {} : { bound }),
  }
}

function answersOf(facts: PatientFacts) {
  return Object.fromEntries(
    Object.entries(facts.attestations).flatMap(([text, { on, value }]) => {
      const answer = yesOrNo(value)
      return answer === 'unknown' ? [] : [[text, { day: on, answer: answer === 'met' }]]
    }),
  )
}

/** The parts and the result, whatever their age; the evaluator is asked on the day of each, when it is fresh. */
function clearanceColumns(facts: PatientFacts) {
  const weights = resultsOf(facts.observations.weight)
  const kilograms = weights.map((weight) => numberIn(weight, 'kg', 'weight'))
  const numbers = kilograms.filter((each) => each !== null)
  const [clearance, ...others] = clearancesOf(facts)
  return {
    weight_on: weights[0]?.on ?? null,
    // Of several weights of one day the least, which tells whether all of them can be counted with.
    weight_kg: numbers.length === 0 || numbers.length < kilograms.length ? null : finite(Math.min(...numbers)),
    creatinine_clearance: typeof clearance?.value === 'number' && others.length === 0 ? finite(clearance.value) : null,
  }
}

/** As if both had been found on the day of the creatinine. */
function clearancesOf(facts: PatientFacts): readonly Reading[] {
  const { creatinine } = facts.labs
  const { weight } = facts.observations
  if (creatinine === undefined || weight === undefined) return []
  const { on } = creatinine.latest
  const dated = (reading: Reading) => ({ ...reading, on })
  const together = { ...weight, latest: dated(weight.latest), sameDay: weight.sameDay.map(dated) }
  const clearance = creatinineClearance({ ...facts, observations: { weight: together } }, on, {
    days: 0,
    isAsked: false,
  })
  return clearance.kind === 'computed' ? clearance.results.map(({ reading }) => reading) : []
}
