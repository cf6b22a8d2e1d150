import { addDays, type CalendarDate } from '../identity/calendar-date.ts'
import type { AppliedOverride } from './applied-override.ts'
import type { Criterion } from './criterion.ts'
import { evaluateCriterion } from './evaluate-criterion.ts'
import { openLeaves } from './open-leaves.ts'
import type { PatientFacts } from './patient-facts.ts'
import { type EvaluationContext, needsPerson, type SettlingItem, type Verdict } from './verdict.ts'

/** "notEncoded": text without a rule. "person": only somebody's judgement or decision is missing. */
export type CriterionState = 'met' | 'notMet' | 'unknown' | 'person' | 'notEncoded'

/** One criterion as it counts for one patient. */
export interface CriterionOutcome {
  readonly criterion: Criterion
  /** What counts: the software's verdict, or a clinician's where one stands. */
  readonly state: CriterionState
  /** The software's own, whatever a clinician said. */
  readonly verdict: Verdict | null
  readonly canBeMetFrom: CalendarDate | null
  readonly expiresOn: CalendarDate | null
  /** What would settle it; empty unless it is open. */
  readonly items: readonly SettlingItem[]
  /** A clinician's verdict on it, where there is one. */
  readonly override?: AppliedOverride
}

export function criterionOutcome(
  criterion: Criterion,
  facts: PatientFacts,
  context: EvaluationContext,
): CriterionOutcome {
  const verdict = evaluateCriterion(criterion, facts, context)
  if (verdict === null) {
    return { criterion, state: 'notEncoded', verdict, canBeMetFrom: null, expiresOn: null, items: [] }
  }
  const open = openLeaves(verdict)
  const isForPerson =
    open.length > 0 &&
    (criterion.class === 'gate' || open.every(({ reason }) => reason !== null && needsPerson(reason)))
  const { changesOn } = verdict
  const endsWithTime = verdict.verdict === 'met' && criterion.class === 'timeLimited' && changesOn !== null
  return {
    criterion,
    state: isForPerson ? 'person' : verdict.verdict,
    verdict,
    canBeMetFrom: verdict.verdict === 'notMet' ? changesOn : null,
    expiresOn: endsWithTime ? addDays(changesOn, -1) : null,
    items: itemsOf(open),
  }
}

/** A limit of time that is not met and that time will not mend has passed. */
export function isFinalBlocker({ state, criterion, canBeMetFrom }: CriterionOutcome): boolean {
  if (state !== 'notMet') return false
  return criterion.class === 'timeLimited' ? canBeMetFrom === null : canTurnFinal(criterion)
}

/** Whether not meeting it would rule the trial out, or only put it off. */
export function canTurnFinal({ class: className }: Pick<Criterion, 'class'>): boolean {
  switch (className) {
    case 'hard':
    case 'judgement':
    case 'gate':
    case 'timeLimited':
      return true
    case 'correctable':
    case 'washout':
    case 'advisory':
      return false
  }
}

export function isBlockerForNow(outcome: CriterionOutcome): boolean {
  return outcome.state === 'notMet' && isDeciding(outcome) && !isFinalBlocker(outcome)
}

/** Advisory criteria are shown and never decide. */
export function isDeciding({ criterion }: Pick<CriterionOutcome, 'criterion'>): boolean {
  return criterion.class !== 'advisory'
}

function itemsOf(open: readonly Verdict[]): readonly SettlingItem[] {
  if (open.length === 0) return noItems
  const byKey = new Map(open.flatMap(({ item }) => (item === null ? [] : [[item.key, item] as const])))
  return [...byKey.values()]
}

const noItems: readonly SettlingItem[] = []
