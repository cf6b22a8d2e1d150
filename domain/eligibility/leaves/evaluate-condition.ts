import { addDays, type CalendarDate } from '../../identity/calendar-date.ts'
import { acuteNegativeOrSilence } from '../acute-review.ts'
import { askedConditionText } from '../asked-condition-text.ts'
import { isWithinDays } from '../date-window.ts'
import { windowText } from '../days-text.ts'
import type { ConditionLeaf } from '../event-leaf.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainReading, explainUnended, explainWindow } from '../explain-reading.ts'
import { factName, factNameInside } from '../fact-name.ts'
import { settled, undecided } from '../finding.ts'
import { absentConditionDays, conditionWindowDays, coveringDays, isAcute, isEvent, isLasting } from '../freshness.ts'
import { conditionStillGoesOn } from '../going-on.ts'
import { opposedFinding } from '../opposed-finding.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { negativeOrSilence } from '../recorded-state.ts'
import { presenceOf } from '../recorded-word.ts'
import { allTri, type Tri, triOf } from '../tri.ts'
import { valueWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'
import { pregnancyDenial, ruleOutPregnancy } from './rule-out-pregnancy.ts'

/**
 * "active": the latest record says that it goes on and still holds, or it did on a day inside the window. "history": it was
 * ever there. Neither: there on a day inside the window, or ever where no window is given. What goes on for life is there
 * in every window.
 */
export function evaluateCondition(leaf: ConditionLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const label = factName(leaf.concept)
  const readings = facts.conditions[leaf.concept] ?? []
  const answers = readings
    .filter((reading) => isAsked(leaf, facts, reading, anchor))
    .map((reading) => ({
      reading,
      verdict: allTri([needsTherapy(leaf, reading), isSevereEnough(leaf, reading), isDated(leaf, reading)]),
    }))
  const window = leaf.withinDays === undefined ? '' : ` within ${windowText(leaf.withinDays)}`
  const found = answers.find((answer) => answer.verdict === 'met')
  const denial =
    found === undefined || leaf.status !== 'active' ? null : pregnancyDenial(leaf, found.reading, facts, anchor)
  if (denial !== null) return denial
  if (found !== undefined) {
    const goesOn =
      leaf.status !== 'history' &&
      presenceOf(found.reading.value) === 'active' &&
      readings[0] === found.reading &&
      !isPastEvent(leaf)
    const changesOn = leaf.withinDays === undefined || goesOn ? null : addDays(found.reading.on, leaf.withinDays + 1)
    const sentence = `${explainReading(`${label}:`, found.reading)} (${found.reading.source})${explainWindow(leaf.withinDays, changesOn)}`
    return settled('met', sentence, evidenceOfReading(found.reading), changesOn)
  }
  const open = answers.find((answer) => answer.verdict === 'unknown')
  if (open !== undefined) {
    const isDay = isDated(leaf, open.reading) === 'unknown'
    const item = {
      key: `condition:${leaf.concept}`,
      label: `${label}: ${isDay ? 'day of it' : 'severity and treatment'}`,
    }
    const gap = isDay ? 'the day of it' : 'severity or need for treatment'
    const sentence = `${explainReading(`${label}:`, open.reading)}: ${gap} not recorded (${open.reading.source})`
    return undecided('missing', item, sentence, evidenceOfReading(open.reading))
  }
  const ruledOut = ruleOutPregnancy(leaf.concept, facts, anchor)
  if (ruledOut !== null) return ruledOut
  const [latest] = readings
  if (latest !== undefined && mayGoOn(leaf, latest)) {
    const item = { key: `condition:${leaf.concept}`, label: `${label}: whether it still goes on` }
    const sentence = explainUnended(`${label}:`, latest, anchor, valueWindow(leaf, conditionWindowDays(leaf.concept)))
    return undecided('stale', item, sentence, evidenceOfReading(latest))
  }
  if (latest !== undefined && presenceOf(latest.value) === 'unknown') {
    const item = { key: `condition:${leaf.concept}`, label: `${label}: present or absent` }
    const opposed = opposedFinding(item, `${label}:`, latest)
    if (opposed !== null) return opposed
    const sentence = `${explainReading(`${label}:`, latest)} does not say whether it is present (${latest.source})`
    return undecided('missing', item, sentence, evidenceOfReading(latest))
  }
  const negative = latest !== undefined && !isYes(leaf, latest) ? latest : undefined
  const absence = `No ${readings.length === 0 ? factNameInside(leaf.concept) : askedConditionText(leaf)}${window} is recorded`
  const windowDays = coveringDays('comorbidities-reviewed', leaf, absentConditionDays(leaf.concept))
  if (isAcute(leaf.concept)) return acuteNegativeOrSilence(facts, anchor, label, negative, absence, windowDays)
  return negativeOrSilence(facts, 'comorbidities-reviewed', anchor, label, negative, absence, windowDays)
}

/** Whether the reading states the presence that the question is about. */
function isAsked(leaf: ConditionLeaf, facts: PatientFacts, reading: Reading, anchor: CalendarDate): boolean {
  const presence = presenceOf(reading.value)
  if (presence !== 'active' && presence !== 'past') return false
  if (leaf.withinDays !== undefined && isWithinDays(reading.on, anchor, leaf.withinDays))
    return leaf.status !== 'active' || presence === 'active'
  if (leaf.status !== 'active' && leaf.withinDays === undefined) return true
  if (presence !== 'active' || facts.conditions[leaf.concept]?.[0] !== reading) return false
  if (isForLife(leaf)) return reading.on <= anchor
  return leaf.status === 'active' && conditionStillGoesOn(leaf.concept, reading, facts, anchor)
}

/** Asked for by a window of days, in which it happened or did not. */
export function isPastEvent({ concept, withinDays }: ConditionLeaf): boolean {
  return withinDays !== undefined && isEvent(concept)
}

/** An event that is said to be history was before the day on which somebody said so. */
function isDated(leaf: ConditionLeaf, { value }: Reading): Tri {
  return isPastEvent(leaf) && presenceOf(value) === 'past' ? 'unknown' : 'met'
}

/** How severe it is, and what it needs, changes also where the condition itself does not. */
export function isForLife({ concept, severityMin, needsSystemicTherapy }: ConditionLeaf): boolean {
  return isLasting(concept) && severityMin === undefined && needsSystemicTherapy !== true
}

/** Last seen going on, too long ago: nobody has said that it ended, so it is no answer. */
function mayGoOn(leaf: ConditionLeaf, latest: Reading): boolean {
  if (presenceOf(latest.value) !== 'active' || isPastEvent(leaf)) return false
  return allTri([needsTherapy(leaf, latest), isSevereEnough(leaf, latest)]) !== 'notMet'
}

/** A condition that is over is a "no" to being active, and no answer to whether it ever was. */
function isYes(leaf: ConditionLeaf, latest: Reading): boolean {
  const presence = presenceOf(latest.value)
  return presence === 'active' || (presence === 'past' && leaf.status !== 'active')
}

function needsTherapy(leaf: ConditionLeaf, reading: Reading): Tri {
  const { needsSystemicTherapy } = reading.detail
  if (leaf.needsSystemicTherapy !== true) return 'met'
  return typeof needsSystemicTherapy === 'boolean' ? triOf(needsSystemicTherapy) : 'unknown'
}

/** Classes of one scale are compared by number: "MGFA-IV" includes IVa and V. Another scale cannot be compared. */
function isSevereEnough(leaf: ConditionLeaf, reading: Reading): Tri {
  if (leaf.severityMin === undefined) return 'met'
  const wanted = severityOf(leaf.severityMin)
  const found = typeof reading.detail.severity === 'string' ? severityOf(reading.detail.severity) : null
  if (wanted === null || found === null || wanted.scale !== found.scale) return 'unknown'
  return triOf(found.rank >= wanted.rank)
}

/** "MGFA-IVa" → class 4 of the scale MGFA; null for what is no class. */
export function severityOf(text: string): { scale: string; rank: number } | null {
  const parts = /^(.*?)-?(I{1,3}|IV|V|\d)[a-e]?$/iu.exec(text.trim())
  if (parts?.[1] === undefined || parts[2] === undefined) return null
  const numeral = parts[2].toUpperCase()
  const rank = ['I', 'II', 'III', 'IV', 'V'].indexOf(numeral) + 1
  return { scale: parts[1].toUpperCase(), rank: rank > 0 ? rank : Number(numeral) }
}
