import type { Insertable } from 'kysely'
import { creatinineClearance } from '#domain/eligibility/creatinine-clearance.ts'
import { isOpposed } from '#domain/eligibility/is-opposed.ts'
import { inClass } from '#domain/eligibility/leaves/evaluate-scales.ts'
import { numberIn } from '#domain/eligibility/number-in-unit.ts'
import type { PatientFacts, Reading, Series } from '#domain/eligibility/patient-facts.ts'
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
  const labs = Object.entries(facts.labs).filter(([analyte, { latest }]) => !isInColumn(analyte, latest))
  const { 'child-pugh': childPugh } = facts.scores
  return {
    ...entries('lab', labs),
    ...entries('observation', Object.entries(facts.observations)),
    ...entries('score', Object.entries(facts.scores)),
    ...(childPugh === undefined ? {} : { [childPughClass]: entryOf(inClass('child-pugh', childPugh.latest)) }),
  }
}

/** A Child-Pugh score as a question for classes takes it. */
export const childPughClass = 'score class:child-pugh'

function isInColumn(analyte: string, reading: Reading): boolean {
  const held = heldLabs.get(analyte)
  return held !== undefined && boundOf(reading) === null && numberIn(reading, held.unit, analyte) !== null
}

function entries(kind: string, series: readonly (readonly [string, Series])[]): Record<string, ReadingEntry> {
  return Object.fromEntries(series.map(([code, { latest }]) => [`${kind}:${code}`, entryOf(latest)]))
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
    word: isOpposed(reading) ? null : comparableWord(String(value)),
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
  const weight = facts.observations.weight?.latest
  const creatinine = facts.labs.creatinine?.latest
  const kilograms = weight === undefined ? null : numberIn(weight, 'kg', 'weight')
  return {
    weight_on: weight?.on ?? null,
    weight_kg: finite(kilograms),
    creatinine_clearance:
      creatinine === undefined || weight === undefined ? null : clearanceOf(facts, creatinine, weight),
  }
}

/** As if both had been found on the day of the creatinine. */
function clearanceOf(facts: PatientFacts, creatinine: Reading, weight: Reading): number | null {
  const together = { ...weight, on: creatinine.on }
  const asked = { ...facts, observations: { weight: { latest: together, previous: null } } }
  const clearance = creatinineClearance(asked, creatinine.on, { days: 0, isAsked: false })
  return clearance.kind === 'computed' && typeof clearance.reading.value === 'number'
    ? finite(clearance.reading.value)
    : null
}
