import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import { isWithinDays } from '../date-window.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainReading } from '../explain-reading.ts'
import { claimed, settled, undecided } from '../finding.ts'
import { namedItem } from '../item-name.ts'
import type { BestResponseLeaf, DiseaseStatusLeaf, ProgressionLeaf } from '../leaf.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { isOneOf, yesOrNo } from '../recorded-word.ts'
import { firstLine, lastLine, spanOf } from '../trial-events.ts'
import type { Finding, SettlingItem } from '../verdict.ts'

/**
 * The present status; with a window or "after first line", whether any status recorded there is one of the words. Status
 * is looked at every visit, so what is recorded also answers no.
 */
export function evaluateDiseaseStatus(leaf: DiseaseStatusLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem('disease-status')
  const [latest] = facts.diseaseStatuses
  if (latest === undefined) return undecided('missing', item, 'Disease status is not recorded')
  const isPresentOnly = leaf.withinDays === undefined && leaf.after === undefined
  const matching = (isPresentOnly ? [latest] : facts.diseaseStatuses).filter((reading) =>
    isOneOf(reading.value, leaf.in),
  )
  const { withinDays } = leaf
  const inWindow =
    withinDays === undefined ? matching : matching.filter((reading) => isWithinDays(reading.on, anchor, withinDays))
  const asked = `${leaf.in.join(' or ')}${leaf.after === undefined ? '' : ' after first-line treatment'}${withinDays === undefined ? '' : ` within ${withinDays} days`}`
  const [candidate] = inWindow
  if (candidate === undefined) {
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
  const start = spanOf(firstLine(facts))?.startedOn ?? null
  if (start === null) {
    const sentence = `${explainReading('Disease status:', candidate)} (${candidate.source}); the start of first-line treatment is not recorded`
    return undecided('missing', firstLineItem, sentence, evidenceOfReading(candidate))
  }
  const after = inWindow.find((reading) => reading.on > start)
  const shown = after ?? candidate
  return claimed(
    after !== undefined,
    `${explainReading('Disease status:', shown)} (${shown.source}); asked: ${asked}`,
    evidenceOfReading(shown),
  )
}

/** Progression from the start of a line until so many days after its end; without a line, within so many days. */
export function evaluateProgression(leaf: ProgressionLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem('progression')
  const [latest] = facts.progressions
  if (latest === undefined) return undecided('missing', item, 'Progression: neither present nor absent is recorded')
  const progressions = facts.progressions.filter(isProgression)
  const [first] = progressions
  if (first === undefined)
    return settled('notMet', `${explainReading('Progression:', latest)} (${latest.source})`, evidenceOfReading(latest))
  if (leaf.relativeTo === undefined) {
    const { withinDays } = leaf
    const isInWindow = withinDays === undefined || isWithinDays(first.on, anchor, withinDays)
    const changesOn = isInWindow && withinDays !== undefined ? addDays(first.on, withinDays + 1) : null
    return claimed(
      isInWindow,
      `${explainReading('Progression:', first)} (${first.source})${withinDays === undefined ? '' : `; asked: within ${withinDays} days`}`,
      evidenceOfReading(first),
      changesOn,
    )
  }
  const span = spanOf(leaf.relativeTo === 'firstLine.end' ? firstLine(facts) : lastLine(facts))
  const words = `${leaf.relativeTo === 'firstLine.end' ? 'first-line' : 'last-line'} treatment`
  const startedOn = span?.startedOn ?? null
  const lastDay = span?.endedOn ? addDays(span.endedOn, leaf.withinDays ?? 0) : null
  if (span === null || startedOn === null || (lastDay === null && !span.isOngoing)) {
    const sentence = `${explainReading('Progression:', first)} (${first.source}); the dates of ${words} are not recorded`
    return undecided('missing', firstLineItem, sentence, evidenceOfReading(first))
  }
  const during = progressions.find((reading) => reading.on >= startedOn && (lastDay === null || reading.on <= lastDay))
  const shown = during ?? first
  const sentence = `${explainReading('Progression:', shown)} is ${during === undefined ? 'not ' : ''}during ${words} or within ${leaf.withinDays ?? 0} days of it (${shown.source})`
  return claimed(during !== undefined, sentence, evidenceOfReading(shown))
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
  if (isOneOf(reading.value, unassessedResponses)) {
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
    `${explainReading(`${item.label}:`, reading)} (${reading.source}); asked: ${leaf.in.join(' or ')}`,
    evidenceOfReading(reading),
  )
}

/** The latest response; to a line, the latest that is noted with its number. */
export function responseTo(to: BestResponseLeaf['to'], facts: PatientFacts): Reading | undefined {
  if (to === undefined) return facts.bestResponses[0]
  const line = to === 'firstLine' ? 1 : (lastLine(facts)[0]?.line ?? null)
  return facts.bestResponses.find((response) => line !== null && response.detail.line === line)
}

/** Words of a response that was looked for without a finding. */
export const unassessedResponses: readonly string[] = ['NE', 'unknown', 'not assessed']

export function isProgression(reading: Reading): boolean {
  return yesOrNo(reading.value) === 'met' || isOneOf(reading.value, ['progressive', 'refractory'])
}

function hintOf(reading: Reading | undefined) {
  return reading === undefined ? null : evidenceOfReading(reading)
}

const firstLineItem: SettlingItem = {
  key: 'treatment:lines',
  label: 'Line number and dates of each systemic treatment',
}
