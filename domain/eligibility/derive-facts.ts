import type { CalendarDate } from '../identity/calendar-date.ts'
import { calendarDateInLondon } from '../identity/calendar-date-in-london.ts'
import { researchRefusals, wishesKnownAt } from '../patient-wishes/research-wish.ts'
import { currentRows } from './current-rows.ts'
import { deriveDiagnosis } from './derive-diagnosis.ts'
import { deriveOtherMalignancies } from './derive-other-malignancies.ts'
import { differingResults } from './differing-results.ts'
import { type DisprovingRecord, disprovedAssertions } from './disproved-assertions.ts'
import { firstSaidAt } from './first-said-at.ts'
import { geneSymbol } from './gene-symbol.ts'
import { isOfCancer } from './is-of-cancer.ts'
import { joinOpposites } from './opposite-records.ts'
import type {
  AssertionFact,
  BiomarkerFact,
  DisprovedFact,
  PatientFacts,
  Reading,
  Series,
  TreatmentFact,
} from './patient-facts.ts'
import type { Assertion, Biomarker, Observation, ObservationKind, PatientRecord, Treatment } from './patient-record.ts'
import { isOneOf } from './recorded-word.ts'
import { sourceOf } from './source-of.ts'
import { travelLimitCode } from './travel-limit.ts'

/**
 * The facts of a patient from the rows recorded so far; with `recordedBy` (an ISO 8601 instant), from the rows recorded
 * until then. Rows that a later one replaces drop out; of the rest the latest clinical date leads, then the latest
 * recording, and opposite statements of one day answer nothing. A confirmation that the record has since disproved drops out, and so
 * does what was said of a tumour before this one. Nothing in the result depends on today.
 */
export function deriveFacts(record: PatientRecord, recordedBy?: string): PatientFacts {
  const observed = currentRows(record.observations, recordedBy).toSorted(
    latestFirst(({ observedOn }) => observedOn, firstSaidAt(record.observations)),
  )
  const diagnoses = currentRows(record.diagnoses, recordedBy)
  const treatments = currentRows(record.treatments, recordedBy)
  const assertions = currentRows(record.assertions, recordedBy)
  const disproved = disprovedAssertions({ diagnoses, observations: observed, treatments, assertions }, record)
  const standing = latestAssertions(assertions.filter(({ id }) => !disproved.has(id)))
  const index = deriveDiagnosis(diagnoses)
  const observations = joinOpposites(observationsOfCancer(observed, index))
  const ofKind = (kind: ObservationKind) => observations.filter((row) => row.kind === kind)
  const readings = (kind: ObservationKind) => ofKind(kind).map(readingOf)
  const statuses = readings('disease-status')
  return {
    patientId: record.patientId,
    bornOn: record.bornOn,
    sex: record.sex,
    diedOn: record.diedOn,
    diagnosis: index,
    otherMalignancies: deriveOtherMalignancies(diagnoses, index?.rowId ?? null, ofKind('other-malignancy')),
    performanceStatus: seriesByCode(ofKind('performance-status')),
    labs: seriesByCode(ofKind('lab')),
    observations: seriesByCode(ofKind('observation')),
    scores: seriesByCode(ofKind('score')),
    stages: latestByCode(ofKind('stage')),
    grade: readings('grade')[0] ?? null,
    diseaseExtent: readings('disease-extent')[0] ?? null,
    measurableDisease: readings('measurable-disease')[0] ?? null,
    childbearingPotential: readings('childbearing-potential')[0] ?? null,
    standardOptions: readings('standard-options')[0] ?? null,
    diseaseStatuses: statuses,
    progressions: [...readings('progression'), ...statuses.filter(isProgression)].toSorted(latestFirst(({ on }) => on)),
    bestResponses: readings('best-response'),
    metastases: readingsByCode(ofKind('metastasis')),
    conditions: readingsByCode(ofKind('condition')),
    medications: readingsByCode(ofKind('medication')),
    infections: readingsByCode(ofKind('infection')),
    toxicities: readingsByCode(ofKind('toxicity')),
    treatments: treatments
      .toSorted(latestFirst(lastDayOf, firstSaidAt(record.treatments)))
      .map((row) => treatmentOf(row, standing)),
    biomarkers: currentRows(record.biomarkers, recordedBy)
      .toSorted(latestFirst(({ reportedOn }) => reportedOn, firstSaidAt(record.biomarkers)))
      .map(biomarkerOf),
    centralReviews: latestByCode(ofKind('central-review')),
    attestations: latestByCode(ofKind('attestation')),
    researchRefusals: researchRefusals(
      recordedBy === undefined ? record.researchWishes : wishesKnownAt(record.researchWishes, Date.parse(recordedBy)),
    ),
    isSensitive: record.isSensitive,
    travelLimit: latestByCode(ofKind('preference'))[travelLimitCode] ?? null,
    assertions: standing,
    disprovedAssertions: latestDisproved(
      assertions.filter(({ category }) => standing[category] === undefined),
      disproved,
    ),
  }
}

/** Latest clinical date first, then latest recording; the id settles what is left, so that the order never varies. */
function latestFirst<
  Row extends { readonly recordedAt: string } & ({ readonly id: string } | { readonly rowId: string }),
>(dateOf: (row: Row) => string, saidAt = ({ recordedAt }: Row) => recordedAt): (a: Row, b: Row) => number {
  const idOf = (row: Row) => ('id' in row ? row.id : row.rowId)
  return (a, b) =>
    dateOf(b).localeCompare(dateOf(a)) ||
    Date.parse(saidAt(b)) - Date.parse(saidAt(a)) ||
    idOf(b).localeCompare(idOf(a))
}

/** What goes on comes first, then by last known day, then what has no date at all. */
function lastDayOf({ isOngoing, endedOn, startedOn }: Treatment): string {
  return isOngoing ? '9999-12-31' : (endedOn ?? startedOn ?? '')
}

/** Of standing rows, those that can answer: they say something, and not of a tumour before this one. */
export function observationsOfCancer(
  rows: readonly Observation[],
  index: Parameters<typeof isOfCancer>[1],
): readonly Observation[] {
  return rows.filter((row) => isOfCancer(row, index) && isRecorded(row))
}

function isRecorded(row: Observation): boolean {
  return row.kind !== 'performance-status' || isRecordedStatus(row)
}

/** In ECOG, 9 is the code for "not recorded", which is no value. */
export function isRecordedStatus({ code, value }: Observation): boolean {
  return code !== 'ECOG' || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 5)
}

function isProgression(reading: Reading): boolean {
  return isOneOf(reading.value, ['progressive', 'refractory'])
}

function seriesByCode(rows: readonly Observation[]): Readonly<Record<string, Series>> {
  return Object.fromEntries(
    Object.entries(readingsByCode(rows)).flatMap(([code, readings]) => {
      const day = readings[0]?.on
      const [latest, ...sameDay] = differingResults(readings.filter(({ on }) => on === day))
      const [, previous = null] = readings
      return latest === undefined ? [] : [[code, { latest, sameDay, previous }]]
    }),
  )
}

function latestByCode(rows: readonly Observation[]): Readonly<Record<string, Reading>> {
  return Object.fromEntries(
    Object.entries(readingsByCode(rows)).flatMap(([code, [latest]]) => (latest === undefined ? [] : [[code, latest]])),
  )
}

function readingsByCode(rows: readonly Observation[]): Readonly<Record<string, readonly Reading[]>> {
  const byCode = Map.groupBy(rows, ({ code }) => code)
  return Object.fromEntries([...byCode].map(([code, group]) => [code, group.map(readingOf)]))
}

function latestAssertions(rows: readonly Assertion[]): PatientFacts['assertions'] {
  return Object.fromEntries(oldestFirst(rows).map((row) => [row.category, assertionOf(row)] as const))
}

function latestDisproved(
  rows: readonly Assertion[],
  disproved: ReadonlyMap<string, DisprovingRecord>,
): PatientFacts['disprovedAssertions'] {
  const facts = oldestFirst(rows).flatMap((row): readonly [string, DisprovedFact][] => {
    const by = disproved.get(row.id)
    return by === undefined ? [] : [[row.category, { ...assertionOf(row), by }]]
  })
  return Object.fromEntries(facts)
}

function oldestFirst(rows: readonly Assertion[]): readonly Assertion[] {
  return rows.toSorted(latestFirst(({ assertedOn }) => assertedOn)).toReversed()
}

function assertionOf(row: Assertion): AssertionFact {
  return { ...sourceOf(row), on: row.assertedOn }
}

function readingOf(row: Observation): Reading {
  const { observedOn, value, unit, lowerLimit, upperLimit, detail } = row
  return { ...sourceOf(row), on: observedOn, value, unit, lowerLimit, upperLimit, detail }
}

function treatmentOf(row: Treatment, standing: PatientFacts['assertions']): TreatmentFact {
  const { kind, name, classes, hasAllClasses, setting, line, isOngoing, cycles } = row
  const { halfLifeDays, procedure, margin, site, isForIndexCancer } = row
  const course = { kind, name, classes, hasAllClasses, setting, line, ...daysOf(row), isOngoing, cycles }
  const saidToGoOn = isOngoing ? lastSaidToGoOn(row, standing) : null
  return { ...sourceOf(row), ...course, saidToGoOn, halfLifeDays, procedure, margin, site, isForIndexCancer }
}

/** Whoever confirms the history and leaves it as it stands says that it goes on; one recorded beforehand goes on from its start. */
function lastSaidToGoOn({ startedOn, recordedAt }: Treatment, standing: PatientFacts['assertions']): CalendarDate {
  const days = [startedOn, standing['treatment-history-complete']?.on].filter((day) => typeof day === 'string')
  return [calendarDateInLondon(new Date(recordedAt)), ...days].sort().at(-1) ?? ''
}

/** An operation is over on the day on which it began, unless it says otherwise. Of a course the first day says no last one. */
function daysOf({ kind, startedOn, endedOn, isOngoing }: Treatment): Pick<TreatmentFact, 'startedOn' | 'endedOn'> {
  return { startedOn, endedOn: kind === 'surgery' && !isOngoing ? (endedOn ?? startedOn) : endedOn }
}

function biomarkerOf(row: Biomarker): BiomarkerFact {
  const { type, marker, hgvsP, allele, result, value, unit, isCentralReview, reportedOn } = row
  const genes = row.genes.map(geneSymbol)
  return { ...sourceOf(row), type, genes, marker, hgvsP, allele, result, value, unit, isCentralReview, reportedOn }
}
