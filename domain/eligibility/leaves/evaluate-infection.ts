import type { CalendarDate } from '../../identity/calendar-date.ts'
import { silence } from '../completeness.ts'
import { isWithinDays } from '../date-window.ts'
import type { InfectionLeaf } from '../event-leaf.ts'
import { evidenceOfReading } from '../evidence-of.ts'
import { explainReading, explainStale } from '../explain-reading.ts'
import { settled, undecided } from '../finding.ts'
import { completenessWindowDays } from '../freshness.ts'
import type { PatientFacts } from '../patient-facts.ts'
import { comparableWord } from '../recorded-word.ts'
import type { Tri } from '../tri.ts'
import type { Finding } from '../verdict.ts'

/** The latest result for the agent. A positive result stands; a negative one goes stale, because it can be overtaken. */
export function evaluateInfection(leaf: InfectionLeaf, facts: PatientFacts, anchor: CalendarDate): Finding {
  const item = { key: `infection:${leaf.agent}`, label: `${leaf.agent} status` }
  const latest = facts.infections[leaf.agent]?.[0]
  if (latest === undefined) {
    return silence(facts, 'infection-status-reviewed', anchor, `No ${leaf.agent} infection is recorded`)
  }
  const evidence = evidenceOfReading(latest)
  const sentence = `${explainReading(`${leaf.agent}:`, latest)} (${latest.source})`
  const verdict = isResult(leaf.result, comparableWord(String(latest.value)))
  const windowDays = leaf.withinDays ?? completenessWindowDays['infection-status-reviewed']
  const isFresh = isWithinDays(latest.on, anchor, windowDays)
  if (!isFresh && (verdict === 'notMet' || leaf.withinDays !== undefined)) {
    return undecided('stale', item, explainStale(`${leaf.agent}:`, latest, anchor), evidence)
  }
  if (verdict === 'unknown')
    return undecided('missing', item, `${sentence}: does not say whether ${leaf.result}`, evidence)
  return settled(verdict, sentence, evidence)
}

/** Active infection is positive too; a positive antibody alone does not say whether the infection is active. */
function isResult(asked: string, found: string): Tri {
  if (found === asked) return 'met'
  if (found === 'negative' || found === 'absent') return 'notMet'
  const isPositive = ['active', 'chronic', 'positive'].includes(found)
  const isOver = ['past', 'cleared', 'resolved', 'history'].includes(found)
  if (asked === 'positive' && isPositive) return 'met'
  if (asked === 'active' && found === 'chronic') return 'met'
  if (asked === 'active' && isOver) return 'notMet'
  return 'unknown'
}
