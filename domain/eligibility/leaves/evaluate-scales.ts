import type { CalendarDate } from '../../identity/calendar-date.ts'
import { answerOfDay } from '../answer-of-day.ts'
import { isWithinDays } from '../date-window.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { displayList, explainReading, explainStale } from '../explain-reading.ts'
import { claimed, undecided } from '../finding.ts'
import { performanceStatusWindowDays, scoreWindowDays } from '../freshness.ts'
import { namedItem } from '../item-name.ts'
import type { PerformanceStatusLeaf, ScoreLeaf } from '../leaf.ts'
import { type PatientFacts, type Reading, resultsOf } from '../patient-facts.ts'
import { isOneOf } from '../recorded-word.ts'
import { type ValueWindow, valueWindow } from '../value-window.ts'
import type { Finding, SettlingItem } from '../verdict.ts'

/** Scales are never converted into each other. */
export function evaluatePerformanceStatus(
  leaf: PerformanceStatusLeaf,
  facts: PatientFacts,
  anchor: CalendarDate,
): Finding {
  const item = namedItem(`ps:${leaf.scale}`)
  return judgeScale(
    leaf,
    item,
    resultsOf(facts.performanceStatus[leaf.scale]),
    valueWindow(leaf, performanceStatusWindowDays),
    anchor,
  )
}

/** A Child-Pugh number is read as its class: 5-6 A, 7-9 B, 10-15 C. */
export function evaluateScore(leaf: ScoreLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem(`score:${leaf.name}`)
  const recorded = resultsOf(facts.scores[leaf.name])
  const results = leaf.in === undefined ? recorded : recorded.map((reading) => inClass(leaf.name, reading))
  return judgeScale(leaf, item, results, valueWindow(leaf, scoreWindowDays), anchor)
}

interface ScaleLimits {
  readonly in?: readonly (string | number)[]
  readonly min?: number
  readonly max?: number
}

/** Several of one day answer where all are as asked, or none is. */
function judgeScale(
  limits: ScaleLimits,
  item: SettlingItem,
  results: readonly Reading[],
  window: ValueWindow,
  anchor: CalendarDate,
): Finding {
  const [reading] = results
  if (reading === undefined) return undecided('missing', item, `${item.label}: not recorded`)
  const evidence = evidenceOfReading(reading)
  if (!isWithinDays(reading.on, anchor, window.days)) {
    return undecided('stale', item, explainStale(item.label, reading, anchor, window), evidence)
  }
  const judged = results.map((each) => ({ reading: each, finding: judgeReading(limits, item, each) }))
  return answerOfDay(judged, { label: item.label, item, asked: askedOf(limits) })
}

function judgeReading(limits: ScaleLimits, item: SettlingItem, reading: Reading): Finding {
  const evidence = evidenceOfReading(reading)
  const needsNumber = limits.min !== undefined || limits.max !== undefined
  if (needsNumber && typeof reading.value !== 'number') {
    return undecided(
      'unit',
      item,
      `${explainReading(item.label, reading)} is not a number (${reading.source})`,
      evidence,
    )
  }
  const isInside =
    (limits.in === undefined || isOneOf(reading.value, limits.in)) &&
    (limits.min === undefined || Number(reading.value) >= limits.min) &&
    (limits.max === undefined || Number(reading.value) <= limits.max)
  const words = isInside ? 'is as asked' : 'is not as asked'
  return claimed(
    isInside,
    `${explainReading(item.label, reading)} ${words}: ${askedOf(limits)} (${reading.source})`,
    evidence,
  )
}

function askedOf(limits: ScaleLimits): string {
  const list = limits.in === undefined ? [] : [displayList(limits.in)]
  const min = limits.min === undefined ? [] : [`at least ${limits.min}`]
  const max = limits.max === undefined ? [] : [`at most ${limits.max}`]
  return [...list, ...min, ...max].join(', ')
}

/** The reading as a question for classes takes it. */
export function inClass(name: string, reading: Reading): Reading {
  if (name !== 'child-pugh' || typeof reading.value !== 'number') return reading
  if (reading.value < 5 || reading.value > 15) return reading
  return { ...reading, value: reading.value <= 6 ? 'A' : reading.value <= 9 ? 'B' : 'C' }
}
