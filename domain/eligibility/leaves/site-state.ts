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
  readonly stability: Stability
  /** Of a record of another site: what it says of this one, or that it says nothing. */
  readonly note?: string
  /** A record of another site that bears on treatment and stability, too. */
  readonly beside?: Contradiction
  /** A record that cannot be true beside the latest. */
  readonly contradiction?: Contradiction
}

/** Since when it has been stable: exactly, or at least since then. */
export type Stability =
  | { readonly kind: 'notMet' | 'unknown' }
  | { readonly kind: 'stable'; readonly since: CalendarDate; readonly isExact: boolean }

/** By the records of the site alone, latest first; what is not there is neither treated nor stable. */
export function recordedState(site: string, readings: readonly Reading[] = []): SiteState | null {
  const [latest] = readings
  if (latest === undefined) return null
  const presence = presenceOfSite(latest.value)
  return presence === 'met'
    ? { site, latest, presence, isTreated: isTreated(readings), stability: stabilityOf(latest, readings) }
    : { site, latest, presence, isTreated: presence, stability: { kind: presence } }
}

/** Whether a word says that the metastasis is there. */
export function presenceOfSite(value: Reading['value']): Tri {
  const word = comparableWord(String(value))
  if (['present', 'untreated', 'treated', 'stable', 'progressing', 'true', 'yes'].includes(word)) return 'met'
  return ['absent', 'none', 'no', 'false'].includes(word) ? 'notMet' : 'unknown'
}

/** Treatment given stays given, so any record of it counts until a later one says untreated. */
function isTreated(readings: readonly Reading[]): Tri {
  for (const reading of readings) {
    if (wordOf(reading) === 'untreated' || reading.detail.isTreated === false) return 'notMet'
    if (wordOf(reading) === 'treated' || reading.detail.isTreated === true) return 'met'
  }
  return 'unknown'
}

/** Stable since the first of the unbroken run of records that say so, or since the day noted with the latest. */
function stabilityOf(latest: Reading, readings: readonly Reading[]): Stability {
  const word = wordOf(latest)
  if (word === 'progressing' || word === 'untreated' || latest.detail.isStable === false) return { kind: 'notMet' }
  if (!isStableReading(latest)) return { kind: 'unknown' }
  const { stableSinceOn } = latest.detail
  if (typeof stableSinceOn === 'string' && isCalendarDate(stableSinceOn)) {
    return { kind: 'stable', since: stableSinceOn, isExact: true }
  }
  const firstOther = readings.findIndex((reading) => !isStableReading(reading))
  const run = firstOther === -1 ? readings : readings.slice(0, firstOther)
  return { kind: 'stable', since: run.at(-1)?.on ?? latest.on, isExact: false }
}

function isStableReading(reading: Reading): boolean {
  return wordOf(reading) === 'stable' || reading.detail.isStable === true
}

function wordOf(reading: Reading): string {
  return comparableWord(String(reading.value))
}
