import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import { displayDate } from '../../identity/date-words.ts'
import { isWithinDays } from '../date-window.ts'
import { windowText } from '../days-text.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { displayList, explainContradiction, explainReading, explainStale } from '../explain-reading.ts'
import { claimed, settled, undecided } from '../finding.ts'
import { diseaseStatusWindowDays, lookedDays } from '../freshness.ts'
import { isOpposed } from '../is-opposed.ts'
import { namedItem } from '../item-name.ts'
import type { BestResponseLeaf, DiseaseStatusLeaf, ProgressionLeaf } from '../leaf.ts'
import { opposedFinding } from '../opposed-finding.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { isOneOf, yesOrNo } from '../recorded-word.ts'
import { judgeStatuses, statusesDenyingAll } from '../status-words.ts'
import { doubtfulTreatment, spanOfLine, treatmentsOfLine } from '../trial-events.ts'
import { usualWindow, type ValueWindow } from '../value-window.ts'
import type { Finding, SettlingItem } from '../verdict.ts'

/**
 * The present status; with a window or "after first line", whether any status recorded there is one of the words. The
 * answer is no only where somebody has looked since the last scan was due, and what is recorded rules the words out.
 */
export function evaluateDiseaseStatus(leaf: DiseaseStatusLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = statusItem
  const [latest] = facts.diseaseStatuses
  if (latest === undefined) return undecided('missing', item, 'Disease status is not recorded')
  const isLookedAt = isWithinDays(latest.on, anchor, lookedDays(leaf))
  const askAgain = () =>
    undecided(
      'stale',
      item,
      explainStale('Disease status:', latest, anchor, lookedWindow(leaf)),
      evidenceOfReading(latest),
    )
  if (leaf.withinDays === undefined && leaf.after === undefined)
    return isLookedAt ? presentStatus(leaf, facts, latest) : askAgain()
  const matching = facts.diseaseStatuses.filter(({ value }) => isOneOf(value, leaf.in))
  const { withinDays } = leaf
  const inWindow =
    withinDays === undefined ? matching : matching.filter((reading) => isWithinDays(reading.on, anchor, withinDays))
  const start = leaf.after === undefined ? null : (spanOfLine('firstLine', facts)?.startedOn ?? null)
  const since = leaf.after === undefined ? '' : ` since first-line treatment began${onDay(start)}`
  const asked = `${displayList(leaf.in)}${since}${withinDays === undefined ? '' : ` within ${windowText(withinDays)}`}`
  const denying = statusesDenyingAll(leaf.in)
  const silent = facts.diseaseStatuses.find(
    ({ on, value }) =>
      !isOneOf(value, denying) &&
      (withinDays === undefined || isWithinDays(on, anchor, withinDays)) &&
      (start === null || on > start),
  )
  const [candidate] = inWindow
  if (candidate === undefined) {
    if (!isLookedAt) return askAgain()
    if (silent !== undefined) return notSaid(silent, asked)
    const shown = matching[0] ?? latest
    const sentence = `${explainReading('Disease status:', shown)} (${shown.source}); asked: ${asked}`
    return settled('notMet', sentence, evidenceOfReading(shown))
  }
  if (leaf.after === undefined) {
    const changesOn = withinDays === undefined ? null : addDays(candidate.on, withinDays + 1)
    return settled(
      'met',
      `${explainReading('Disease status:', candidate)} (${candidate.source}); asked: ${asked}`,
      evidenceOfReading(candidate),
      changesOn,
    )
  }
  if (start === null) {
    const sentence = `${explainReading('Disease status:', candidate)} (${candidate.source}); the start of first-line treatment is not recorded`
    return undecided('missing', firstLineItem, sentence, evidenceOfReading(candidate))
  }
  const after = inWindow.find((reading) => reading.on > start)
  if (after === undefined && !isLookedAt) return askAgain()
  if (after === undefined && silent !== undefined) return notSaid(silent, asked)
  const shown = after ?? candidate
  return claimed(
    after !== undefined,
    `${explainReading('Disease status:', shown)} (${shown.source}); asked: ${asked}`,
    evidenceOfReading(shown),
  )
}

/** By all that was recorded on the latest day. */
function presentStatus(leaf: DiseaseStatusLeaf, facts: PatientFacts, latest: Reading): Finding {
  const ofLatestDay = facts.diseaseStatuses.filter(({ on }) => on === latest.on)
  const verdict = judgeStatuses(
    ofLatestDay.map(({ value }) => String(value)),
    leaf.in,
  )
  const asked = displayList(leaf.in)
  const listed = ofLatestDay.find(({ value }) => isOneOf(value, leaf.in))
  const denying = ofLatestDay.find(({ value }) => isOneOf(value, statusesDenyingAll(leaf.in)))
  if (verdict === 'unknown') return notSaid(latest, asked)
  if (verdict === 'contradictory') {
    const [one, other] = listed === latest ? [latest, denying] : [denying ?? latest, listed]
    const sentence = explainContradiction('Disease status', one, { label: 'Disease status', reading: other ?? latest })
    return undecided('contradictory', statusItem, sentence, evidenceOfReading(one))
  }
  const shown = (verdict === 'met' ? listed : denying) ?? latest
  const sentence = `${explainReading('Disease status:', shown)} (${shown.source}); asked: ${asked}`
  return settled(verdict, sentence, evidenceOfReading(shown))
}

/** Recorded, and silent on what is asked. */
function notSaid(reading: Reading, asked: string): Finding {
  const sentence = `${explainReading('Disease status:', reading)} (${reading.source}), which does not say whether it is as asked: ${asked}`
  return undecided('missing', statusItem, sentence, evidenceOfReading(reading))
}

function onDay(on: CalendarDate | null): string {
  return on === null ? '' : ` on ${displayDate(on)}`
}

/**
 * Progression from the start of a line until so many days after its end; without a line, within so many days. The answer
 * is no only where somebody has looked since: at the end of that time, or since the last scan was due.
 */
export function evaluateProgression(leaf: ProgressionLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const [latest] = facts.progressions
  if (latest === undefined)
    return undecided('missing', progressionItem, 'Progression: neither present nor absent is recorded')
  return leaf.relativeTo === undefined
    ? progressionWithin(leaf, facts, latest, anchor)
    : progressionDuring(leaf.relativeTo, leaf.withinDays ?? 0, facts, latest, anchor)
}

function progressionWithin(leaf: ProgressionLeaf, facts: PatientFacts, latest: Reading, anchor: CalendarDate): Finding {
  const { withinDays } = leaf
  const shown = facts.progressions.find(isProgression) ?? latest
  const isFound = isProgression(shown) && (withinDays === undefined || isWithinDays(shown.on, anchor, withinDays))
  if (!isFound && !isWithinDays(lastLookOf(facts, latest), anchor, lookedDays(leaf)))
    return lookAgain(latest, anchor, lookedWindow(leaf))
  const asked = withinDays === undefined ? '' : `; asked: within ${windowText(withinDays)}`
  const sentence = `${explainReading('Progression:', shown)} (${shown.source})${asked}`
  const changesOn = isFound && withinDays !== undefined ? addDays(shown.on, withinDays + 1) : null
  return claimed(isFound, sentence, evidenceOfReading(shown), changesOn)
}

function progressionDuring(
  relativeTo: NonNullable<ProgressionLeaf['relativeTo']>,
  daysAfter: number,
  facts: PatientFacts,
  latest: Reading,
  anchor: CalendarDate,
): Finding {
  const words = relativeTo === 'firstLine.end' ? 'first-line treatment' : 'last-line treatment'
  const progressions = facts.progressions.filter(isProgression)
  const shown = progressions[0] ?? latest
  const span = spanOfLine(relativeTo === 'firstLine.end' ? 'firstLine' : 'lastLine', facts)
  const startedOn = span?.startedOn ?? null
  const lastDay = span?.endedOn ? addDays(span.endedOn, daysAfter) : null
  if (span === null || startedOn === null || (lastDay === null && !span.isOngoing)) {
    const sentence = `${explainReading('Progression:', shown)} (${shown.source}); the dates of ${words} are not recorded`
    return undecided('missing', firstLineItem, sentence, evidenceOfReading(shown))
  }
  const during = progressions.find((reading) => reading.on >= startedOn && (lastDay === null || reading.on <= lastDay))
  if (during === undefined) {
    const lookedOn = lastLookOf(facts, latest)
    const isLookedAt =
      (lastDay !== null && lookedOn >= lastDay) || isWithinDays(lookedOn, anchor, diseaseStatusWindowDays)
    if (!isLookedAt) return lookAgain(latest, anchor, usualWindow(diseaseStatusWindowDays))
  }
  const told = during ?? shown
  const end = span.endedOn === null ? ' and goes on' : `, ended${onDay(span.endedOn)}`
  const line = `${words} began${onDay(startedOn)}${end}`
  const asked = `during it or within ${windowText(daysAfter)} of its end`
  const sentence = `${explainReading('Progression:', told)} (${told.source}); ${line}; asked: ${asked}`
  return claimed(during !== undefined, sentence, evidenceOfReading(told))
}

/** The latest day on which somebody could have recorded progression: any disease status is a look at it too. */
export function lastLookOf({ diseaseStatuses: [status] }: PatientFacts, latest: Reading): CalendarDate {
  return status !== undefined && status.on > latest.on ? status.on : latest.on
}

function lookAgain(latest: Reading, anchor: CalendarDate, window: ValueWindow): Finding {
  const sentence = explainStale('Progression:', latest, anchor, window)
  return undecided('stale', progressionItem, sentence, evidenceOfReading(latest))
}

/** The shorter of what the trial asks for and the time after which somebody must look again. */
function lookedWindow(leaf: { readonly withinDays?: number }): ValueWindow {
  const days = lookedDays(leaf)
  return { days, isAsked: leaf.withinDays === days }
}

/** The latest response, or the latest one noted with line 1 or the highest line. */
export function evaluateBestResponse(leaf: BestResponseLeaf, facts: PatientFacts): Finding {
  const item = {
    key: 'best-response',
    label: `Best response${leaf.to === 'firstLine' ? ' to first-line treatment' : ''}`,
  }
  const reading = responseTo(leaf.to, facts)
  if (reading === undefined)
    return undecided('missing', item, `${item.label}: not recorded`, hintOf(facts.bestResponses[0]))
  const opposed = opposedFinding(item, `${item.label}:`, reading)
  if (opposed !== null) return opposed
  if (isUnassessed(reading)) {
    return undecided(
      'missing',
      item,
      `${explainReading(`${item.label}:`, reading)} (${reading.source})`,
      evidenceOfReading(reading),
    )
  }
  const isListed = isOneOf(reading.value, leaf.in)
  return claimed(
    isListed,
    `${explainReading(`${item.label}:`, reading)} (${reading.source}); asked: ${displayList(leaf.in)}`,
    evidenceOfReading(reading),
  )
}

/** The latest response; to a line, the latest that is noted with its number. */
export function responseTo(to: BestResponseLeaf['to'], facts: PatientFacts): Reading | undefined {
  if (to === undefined) return facts.bestResponses[0]
  const line = to === 'firstLine' ? 1 : numberOfLastLine(facts)
  return facts.bestResponses.find((response) => line !== null && response.detail.line === line)
}

/** `null` also where a treatment without a number may be a later line. */
function numberOfLastLine(facts: PatientFacts): number | null {
  const last = treatmentsOfLine('lastLine', facts)
  return doubtfulTreatment(last) === undefined ? (last.certain[0]?.line ?? null) : null
}

/** A response that was looked for without a finding, or of which one day has several. */
export function isUnassessed(reading: Reading): boolean {
  return isOpposed(reading) || isOneOf(reading.value, unassessedResponses)
}

/** Words of a response that was looked for without a finding. */
export const unassessedResponses: readonly string[] = ['NE', 'unknown', 'not assessed']

export function isProgression(reading: Reading): boolean {
  return yesOrNo(reading.value) === 'met' || isOneOf(reading.value, ['progressive', 'refractory'])
}

function hintOf(reading: Reading | undefined) {
  return reading === undefined ? null : evidenceOfReading(reading)
}

const statusItem = namedItem('disease-status')

const progressionItem = namedItem('progression')

const firstLineItem: SettlingItem = {
  key: 'treatment:lines',
  label: 'Line number and dates of each systemic treatment',
}
