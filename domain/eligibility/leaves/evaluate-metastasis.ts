import { type CalendarDate, daysBetween, isCalendarDate } from '../../identity/calendar-date.ts'
import { contradictionOfMetastasis } from '../contradicting-records.ts'
import { isWithinDays } from '../date-window.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainContradiction, explainReading, explainStale } from '../explain-reading.ts'
import { factName } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { imagingWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import type { MetastasisLeaf } from '../leaf.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { comparableWord } from '../recorded-word.ts'
import { notTri, type Tri } from '../tri.ts'
import { usualWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'

/**
 * The state of one metastatic site by its latest record: present, untreated, treated, stable, progressing or absent.
 * Presence stands until somebody records otherwise, also by an extent of disease that denies it; absence holds only until
 * the next scan is due.
 */
export function evaluateMetastasis(leaf: MetastasisLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const label = `${factName(leaf.site)} metastasis`
  const item = namedItem(`metastasis:${leaf.site}`)
  const readings = facts.metastases[leaf.site] ?? []
  const [latest] = readings
  if (latest === undefined) return undecided('missing', item, `${label}: not recorded`)
  const evidence = evidenceOfReading(latest)
  const contradiction = contradictionOfMetastasis(latest, facts.diseaseExtent)
  if (contradiction !== null)
    return undecided('contradictory', item, explainContradiction(label, latest, contradiction), evidence)
  const presence = presenceOfSite(latest.value)
  const words = `${explainReading(`${label}:`, latest)} (${latest.source}); asked: ${askedWords(leaf)}`
  if (presence === 'notMet' && !isWithinDays(latest.on, anchor, imagingWindowDays)) {
    const sentence = explainStale(`${label}:`, latest, anchor, usualWindow(imagingWindowDays))
    return undecided('stale', item, sentence, evidence)
  }
  const verdict = judgeStatus(leaf, readings, presence, anchor)
  if (verdict === 'unknown') return undecided('missing', item, `${words}, which it does not say`, evidence)
  return settled(verdict, words, evidence)
}

function judgeStatus(leaf: MetastasisLeaf, readings: readonly Reading[], presence: Tri, anchor: CalendarDate): Tri {
  if (leaf.status === 'present') return presence
  if (leaf.status === 'absent') return notTri(presence)
  if (presence !== 'met') return presence
  return leaf.status === 'treated' ? isTreated(readings) : isStable(readings, anchor, leaf.forAtLeastDays)
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

function isStable(readings: readonly Reading[], anchor: CalendarDate, forAtLeastDays = 0): Tri {
  const stability = stabilityOf(readings)
  if (stability.kind !== 'stable') return stability.kind
  if (daysBetween(stability.since, anchor) >= forAtLeastDays) return 'met'
  return stability.isExact ? 'notMet' : 'unknown'
}

/** Since when it has been stable: exactly, or at least since then. */
export type Stability =
  | { readonly kind: 'notMet' | 'unknown' }
  | { readonly kind: 'stable'; readonly since: CalendarDate; readonly isExact: boolean }

/** Stable since the first of the unbroken run of records that say so, or since the day noted with the latest. */
export function stabilityOf(readings: readonly Reading[]): Stability {
  const [latest] = readings
  if (latest === undefined) return { kind: 'unknown' }
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

function askedWords(leaf: MetastasisLeaf): string {
  return leaf.forAtLeastDays === undefined ? leaf.status : `${leaf.status} for at least ${leaf.forAtLeastDays} days`
}
