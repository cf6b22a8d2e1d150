import { type CalendarDate, isCalendarDate } from '../../identity/calendar-date.ts'
import type { Contradiction } from '../contradicting-records.ts'
import type { Reading } from '../patient-facts.ts'
import { comparableWord } from '../recorded-word.ts'
import type { Tri } from '../tri.ts'

/** What is known of one site of metastasis, whatever the day. */
export interface SiteState {
  /** The site of the record that decides. */
  readonly site: string
  readonly latest: Reading
  readonly presence: Tri
  readonly isTreated: Tri
  /** The record that says whether it is treated, which need not be the latest. */
  readonly treatedBy?: Reading
  readonly stability: Stability
  /** Of a record of another site: what it says of this one, or that it says nothing. */
  readonly note?: string
  /** A record of another site that bears on treatment and stability, too. */
  readonly beside?: Contradiction
  /** A record that cannot be true beside the latest. */
  readonly contradiction?: Contradiction
}

/** The last day on which somebody who looked said how the metastasis behaves; stability is said of the whole site. */
export function stabilityOn({ latest, stability, beside }: SiteState): CalendarDate {
  const other = beside?.reading.on
  return stability.kind === 'stable' || other === undefined || other < latest.on ? latest.on : other
}

/** The day on which it was said to be treated or not. */
export function treatmentSaidOn({ latest, treatedBy }: SiteState): CalendarDate {
  return (treatedBy ?? latest).on
}

/** Since when it has been stable: exactly, or at least since then. */
export type Stability =
  | { readonly kind: 'notMet' | 'unknown' }
  | { readonly kind: 'stable'; readonly since: CalendarDate; readonly isExact: boolean }

/** Records of other sites that bear on one: of the whole that it is part of, and of its parts. */
export interface RecordsBeside {
  readonly whole: readonly Reading[]
  readonly parts: readonly Reading[]
}

/**
 * By the records of the site, latest first; what is not there is neither treated nor stable. A metastasis that was gone in
 * between, by a record of the site or of the whole that it is part of, is another one: what was said of the first is not
 * said of it.
 */
export function recordedState(
  site: string,
  readings: readonly Reading[] = [],
  { whole, parts }: RecordsBeside = { whole: [], parts: [] },
): SiteState | null {
  const [latest] = readings
  if (latest === undefined) return null
  const presence = presenceOfSite(latest.value)
  if (presence !== 'met') return { site, latest, presence, isTreated: presence, stability: { kind: presence } }
  const ofThisOne = sinceGone(latest, readings, whole)
  return {
    ...{ site, latest, presence, ...treatmentBy(ofThisOne) },
    stability: stabilityOf(latest, ofThisOne, [...whole, ...parts]),
  }
}

function sinceGone(latest: Reading, readings: readonly Reading[], whole: readonly Reading[]): readonly Reading[] {
  const mayBeGone = ({ value }: Reading) => presenceOfSite(value) !== 'met'
  const firstGone = readings.findIndex(mayBeGone)
  const denials = whole.filter((reading) => mayBeGone(reading) && reading.on < latest.on)
  return (firstGone === -1 ? readings : readings.slice(0, firstGone)).filter(
    ({ on }) => !denials.some((denial) => denial.on >= on),
  )
}

/** Whether a word says that the metastasis is there. */
export function presenceOfSite(value: Reading['value']): Tri {
  const word = comparableWord(String(value))
  if (['present', 'untreated', 'treated', 'stable', 'progressing', 'true', 'yes'].includes(word)) return 'met'
  return ['absent', 'none', 'no', 'false'].includes(word) ? 'notMet' : 'unknown'
}

/** Treatment given stays given, so any record of it counts until a later one says untreated. */
function treatmentBy(readings: readonly Reading[]): Pick<SiteState, 'isTreated' | 'treatedBy'> {
  for (const reading of readings) {
    if (wordOf(reading) === 'untreated' || reading.detail.isTreated === false)
      return { isTreated: 'notMet', treatedBy: reading }
    if (wordOf(reading) === 'treated' || reading.detail.isTreated === true)
      return { isTreated: 'met', treatedBy: reading }
  }
  return { isTreated: 'unknown' }
}

/** With the record that says so. */
export function saidOfTreatment({ isTreated, treatedBy }: SiteState): Pick<SiteState, 'isTreated' | 'treatedBy'> {
  return treatedBy === undefined ? { isTreated } : { isTreated, treatedBy }
}

/**
 * Stable since the first of the run of records that say so, which no other record breaks, or since the day noted with the
 * latest.
 */
function stabilityOf(latest: Reading, readings: readonly Reading[], beside: readonly Reading[]): Stability {
  const word = wordOf(latest)
  if (word === 'progressing' || word === 'untreated' || latest.detail.isStable === false) return { kind: 'notMet' }
  if (!isStableReading(latest)) return { kind: 'unknown' }
  const { stableSinceOn } = latest.detail
  if (typeof stableSinceOn === 'string' && isCalendarDate(stableSinceOn)) {
    return { kind: 'stable', since: stableSinceOn, isExact: true }
  }
  const firstOther = readings.findIndex((reading) => !isStableReading(reading))
  const run = (firstOther === -1 ? readings : readings.slice(0, firstOther)).filter(
    ({ on }) => notStableAfter(on, beside) === undefined,
  )
  return { kind: 'stable', since: run.at(-1)?.on ?? latest.on, isExact: false }
}

/** A later record of a metastasis that may be there without being said to be stable. */
export function notStableAfter(on: CalendarDate, readings: readonly Reading[]): Reading | undefined {
  return readings.find(
    (reading) => reading.on > on && presenceOfSite(reading.value) !== 'notMet' && !isStableReading(reading),
  )
}

function isStableReading(reading: Reading): boolean {
  return wordOf(reading) === 'stable' || reading.detail.isStable === true
}

function wordOf(reading: Reading): string {
  return comparableWord(String(reading.value))
}
