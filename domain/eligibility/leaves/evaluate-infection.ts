import type { CalendarDate } from '../../identity/calendar-date.ts'
import { silence } from '../completeness.ts'
import { isWithinDays } from '../date-window.ts'
import type { InfectionLeaf } from '../event-leaf.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainReading, explainStale } from '../explain-reading.ts'
import { settled, undecided } from '../finding.ts'
import { completenessWindowDays, coveringDays, isLastingInfection } from '../freshness.ts'
import { stillGoesOn } from '../going-on.ts'
import { namedItem } from '../item-name.ts'
import { opposedFinding } from '../opposed-finding.ts'
import type { PatientFacts, Reading } from '../patient-facts.ts'
import { comparableWord, negativeResults } from '../recorded-word.ts'
import { notTri, type Tri } from '../tri.ts'
import { valueWindow } from '../value-window.ts'
import type { Finding } from '../verdict.ts'

/** The latest result for the agent. An infection for life stands; every other result goes stale, because it can be overtaken. */
export function evaluateInfection(leaf: InfectionLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = namedItem(`infection:${leaf.agent}`)
  const asked = comparableWord(leaf.result)
  const latest = facts.infections[leaf.agent]?.[0]
  if (latest === undefined) {
    const category = 'infection-status-reviewed'
    const absence = `No ${leaf.agent} infection is recorded`
    const none = silence(facts, category, anchor, absence, coveringDays(category, leaf))
    return isNegative(asked) ? { ...none, verdict: notTri(none.verdict) } : none
  }
  const evidence = evidenceOfReading(latest)
  const sentence = `${explainReading(`${leaf.agent}:`, latest)} (${latest.source}); asked: ${leaf.result}`
  const found = comparableWord(String(latest.value))
  const verdict = isResult(asked, found)
  const window = valueWindow(leaf, completenessWindowDays['infection-status-reviewed'])
  if (!isHeld(leaf, found, latest, facts, anchor, window.days)) {
    return undecided('stale', item, explainStale(`${leaf.agent}:`, latest, anchor, window), evidence)
  }
  const opposed = opposedFinding(item, `${leaf.agent}:`, latest)
  if (opposed !== null) return opposed
  if (verdict === 'unknown') return undecided('missing', item, `${sentence}, which it does not say`, evidence)
  return settled(verdict, sentence, evidence)
}

/** A window of days asks for a test inside it, whatever is known. */
function isHeld(
  { agent, withinDays }: InfectionLeaf,
  found: string,
  latest: Reading,
  facts: PatientFacts,
  anchor: CalendarDate,
  windowDays: number,
): boolean {
  if (isWithinDays(latest.on, anchor, windowDays)) return true
  if (withinDays !== undefined || !isPositive(found)) return false
  return isLastingInfection(agent) || stillGoesOn(latest, facts, 'infection-status-reviewed', anchor)
}

/** Active infection is positive too; a positive antibody alone does not say whether the infection is active. */
function isResult(asked: string, found: string): Tri {
  if (isNegative(asked)) return notTri(isResult('positive', found))
  if (found === asked) return 'met'
  if (isNegative(found)) return 'notMet'
  if (asked === 'positive' && isPositive(found)) return 'met'
  if (asked === 'active' && found === 'chronic') return 'met'
  if (asked === 'active' && overWords.includes(found)) return 'notMet'
  return 'unknown'
}

function isPositive(word: string): boolean {
  return positiveWords.includes(word)
}

function isNegative(word: string): boolean {
  return negativeWords.includes(word)
}

const positiveWords = ['active', 'chronic', 'positive']
const negativeWords = ['absent', ...negativeResults]
const overWords = ['past', 'cleared', 'resolved', 'history']

/** Every word that answers a question in other words than its own. */
export const infectionWords: readonly string[] = [...positiveWords, ...negativeWords, ...overWords]
