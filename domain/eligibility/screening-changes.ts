import type { CalendarDate } from '../identity/calendar-date.ts'
import type { PatientFacts } from './patient-facts.ts'
import { type ScreeningChange, screeningChange } from './screening-change.ts'
import type { AnswerBefore, AnswerNow, NotOffered, ScreeningComparison } from './screening-comparison.ts'

/** The answers of one patient by trial, before and now. A trial that stands in neither was never offered. */
export interface ScreenedTwice {
  readonly facts: Pick<PatientFacts, 'diedOn'>
  readonly before: ReadonlyMap<string, AnswerBefore>
  readonly now: ReadonlyMap<string, AnswerNow>
  /** The trials that are open here now, of those that were looked at. */
  readonly openTrialIds: ReadonlySet<string>
  readonly asOf: CalendarDate
  /** What is known of one trial beside the answers. */
  readonly aboutTrial: (
    trialId: string,
  ) => Pick<ScreeningComparison, 'cause' | 'isNewTrial' | 'openedOn' | 'rulesInUseOn'>
}

/** Everything that has changed for a patient who was screened before, in the order of the trials' ids. */
export function screeningChanges(
  screened: ScreenedTwice,
): readonly { readonly trialId: string; readonly change: ScreeningChange }[] {
  const { before, now, asOf } = screened
  const trialIds = [...new Set([...before.keys(), ...now.keys()])].sort()
  return trialIds.flatMap((trialId) => {
    const change = screeningChange({
      ...screened.aboutTrial(trialId),
      before: before.get(trialId) ?? null,
      now: now.get(trialId) ?? { because: whyNotOffered(screened, trialId) },
      asOf,
    })
    return change === null ? [] : [{ trialId, change }]
  })
}

function whyNotOffered({ facts, openTrialIds }: ScreenedTwice, trialId: string): NotOffered {
  if (facts.diedOn !== null) return 'patientDied'
  return openTrialIds.has(trialId) ? 'otherCancer' : 'notOpen'
}
