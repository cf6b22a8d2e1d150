import { type CalendarDate, daysBetween, isCalendarDate, type PartialDate } from '../identity/calendar-date.ts'
import { currentRows } from './current-rows.ts'
import { isWithinDays } from './date-window.ts'
import { deriveDiagnosis } from './derive-diagnosis.ts'
import { differingResults } from './differing-results.ts'
import { disprovedAssertions } from './disproved-assertions.ts'
import { firstSaidAt } from './first-said-at.ts'
import { type ItemContent, type ItemSection, itemSections } from './item-content.ts'
import { itemOfAssertion } from './item-of-assertion.ts'
import { itemOfBiomarker } from './item-of-biomarker.ts'
import { itemOfDiagnosis } from './item-of-diagnosis.ts'
import { itemOfObservation } from './item-of-observation.ts'
import { itemOfTreatment } from './item-of-treatment.ts'
import type { Assertion, Observation, PatientRecord, Provenance } from './patient-record.ts'

/** One recorded value as a clinician reads it, with its date, source and author. */
export interface RecordedItem {
  /** The row that it comes from, so that it can be named when a record is shared in part. */
  readonly itemId: string
  readonly section: ItemSection
  readonly label: string
  readonly valueText: string
  readonly on: PartialDate | null
  readonly source: string
  readonly recordedBy: string
  /**
   * Too old to be relied upon on the day asked about, by the usual windows, and not reviewed since; a trial may ask for a
   * shorter one.
   */
  readonly isStale: boolean
  /**
   * A later record stands in its place: another tells the same measurement of one day, or the patient's last word of it,
   * and a confirmation ends with what it did not know of.
   */
  readonly isOvertaken: boolean
  /** Whole days since the date; null where it is missing or known only in part. */
  readonly ageDays: number | null
}

/**
 * Everything recorded about a patient, section by section, the latest first. A row that another corrects is left out.
 * Nothing stands for what was never recorded: see `missingItems`.
 */
export function recordedItems(record: PatientRecord, asOf: CalendarDate): readonly RecordedItem[] {
  return windowedItems(record, asOf).map(({ windowDays: _, ...item }) => item)
}

/** A recorded value with how long values like it are good. */
export interface WindowedItem extends RecordedItem {
  /** Days for which it may be relied upon where a trial does not say; null where it stands until somebody records another. */
  readonly windowDays: number | null
}

/** `recordedItems` with the window that each is judged by. */
export function windowedItems(record: PatientRecord, asOf: CalendarDate): readonly WindowedItem[] {
  const diagnoses = currentRows(record.diagnoses)
  const indexId = deriveDiagnosis(diagnoses)?.rowId ?? null
  const observations = currentRows(record.observations)
  // How far somebody would travel says where he or she lives.
  const isShown = ({ kind }: Observation) => !record.isSensitive || kind !== 'preference'
  const overtaken = overtakenRows(observations, firstSaidAt(record.observations))
  const treatments = currentRows(record.treatments)
  const assertions = currentRows(record.assertions)
  const disproved = disprovedAssertions({ diagnoses, observations, treatments, assertions }, record)
  const reviews = assertions.filter(({ id, assertedOn }) => !disproved.has(id) && assertedOn <= asOf)
  const items = [
    ...itemsOf(diagnoses, (row) => itemOfDiagnosis(row, row.id === indexId), asOf),
    ...itemsOf(observations.filter(isShown), itemOfObservation, asOf, overtaken, reviews),
    ...itemsOf(currentRows(record.biomarkers), itemOfBiomarker, asOf),
    ...itemsOf(treatments, itemOfTreatment, asOf),
    ...itemsOf(assertions, itemOfAssertion, asOf, new Set(disproved.keys())),
  ]
  return items.toSorted(bySectionThenLatest)
}

function itemsOf<Row extends Provenance>(
  rows: readonly Row[],
  describe: (row: Row) => ItemContent,
  asOf: CalendarDate,
  overtaken: ReadonlySet<string> = new Set(),
  reviews: readonly Assertion[] = [],
): readonly WindowedItem[] {
  return rows.toSorted(byLatestRecorded).map((row) => {
    const { section, label, valueText, on, windowDays, reviewedWith } = describe(row)
    const day = on !== null && isCalendarDate(on) ? on : null
    const said = [day, ...reviews.map((review) => (review.category === reviewedWith ? review.assertedOn : null))]
    return {
      itemId: row.id,
      section,
      label,
      valueText,
      on,
      source: row.source,
      recordedBy: row.recordedBy,
      isStale: windowDays !== null && !said.some((each) => each !== null && isWithinDays(each, asOf, windowDays)),
      isOvertaken: overtaken.has(row.id),
      ageDays: day === null ? null : daysBetween(day, asOf),
      windowDays,
    }
  })
}

/** The measurements, and answers of the patient, that another of the same day stands for. Results that differ both stand. */
function overtakenRows(rows: readonly Observation[], saidAt: (row: Observation) => string): ReadonlySet<string> {
  const measured = rows.filter(isMeasured).toSorted(byLatestSaid(saidAt))
  const ofOneDay = Map.groupBy(measured, ({ kind, code, observedOn }) => JSON.stringify([kind, code, observedOn]))
  const overtaken = [...ofOneDay.values()].flatMap((same) => {
    const standing = same[0]?.kind === 'preference' ? same.slice(0, 1) : differingResults(same)
    return same.filter((row) => !standing.includes(row))
  })
  return new Set(overtaken.map(({ id }) => id))
}

function isMeasured(row: Observation): boolean {
  return ['lab', 'observation', 'preference'].includes(row.kind)
}

/** Of several values of one day the one said last counts: the order of `deriveFacts`. */
function byLatestSaid(saidAt: (row: Observation) => string) {
  return (a: Observation, b: Observation): number =>
    Date.parse(saidAt(b)) - Date.parse(saidAt(a)) || b.id.localeCompare(a.id)
}

function byLatestRecorded(a: Provenance, b: Provenance): number {
  return Date.parse(b.recordedAt) - Date.parse(a.recordedAt) || b.id.localeCompare(a.id)
}

/** What has no date comes last in its section, then the label decides; the rest keeps the order of recording. */
function bySectionThenLatest(a: RecordedItem, b: RecordedItem): number {
  return (
    itemSections.indexOf(a.section) - itemSections.indexOf(b.section) ||
    (b.on ?? '').localeCompare(a.on ?? '') ||
    a.label.localeCompare(b.label)
  )
}
