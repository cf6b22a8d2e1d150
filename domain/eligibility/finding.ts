import type { CalendarDate } from '../identity/calendar-date.ts'
import type { Tri } from './tri.ts'
import type { Evidence, Finding, Reason, SettlingItem } from './verdict.ts'

/** A settled finding. `changesOn` is the first day on which time alone ends it. */
export function settled(
  verdict: Exclude<Tri, 'unknown'>,
  sentence: string,
  evidence: Evidence | null,
  changesOn: CalendarDate | null = null,
): Finding {
  return { verdict, reason: null, item: null, evidence, sentence, changesOn }
}

/** A finding either way by a plain claim. */
export function claimed(
  claim: boolean,
  sentence: string,
  evidence: Evidence | null,
  changesOn: CalendarDate | null = null,
): Finding {
  return settled(claim ? 'met' : 'notMet', sentence, evidence, changesOn)
}

/** Not known, why, and what would settle it. Evidence is a hint only. */
export function undecided(
  reason: Reason,
  item: SettlingItem,
  sentence: string,
  evidence: Evidence | null = null,
): Finding {
  return { verdict: 'unknown', reason, item, evidence, sentence, changesOn: null }
}
