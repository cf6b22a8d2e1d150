import type { CalendarDate } from '../identity/calendar-date.ts'
import { mayBeOffered } from '../patient-wishes/research-wish.ts'
import type { PatientFacts } from './patient-facts.ts'
import { type ScreeningChange, screeningChange } from './screening-change.ts'
import type { AnswerBefore, AnswerNow, NotOffered, ScreeningComparison } from './screening-comparison.ts'

type OfferedFacts = Pick<PatientFacts, 'diedOn' | 'researchRefusals'>

/** The answers of one patient by trial, before and now. A trial that stands in neither was never offered. */
export interface ScreenedTwice {
  readonly facts: OfferedFacts
  /** At the screening before; null where they are not known any more. */
  readonly factsBefore: OfferedFacts | null
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
      wasKeptBy: before.has(trialId) ? null : keptFrom(screened.factsBefore, trialId),
      now: now.get(trialId) ?? { because: whyNotOffered(screened, trialId) },
      asOf,
    })
    return change === null ? [] : [{ trialId, change }]
  })
}

function whyNotOffered({ facts, openTrialIds }: ScreenedTwice, trialId: string): NotOffered {
  return keptFrom(facts, trialId) ?? (openTrialIds.has(trialId) ? 'otherCancer' : 'notOpen')
}

/** What keeps every trial, or this one, from the patient; null where nothing does. */
function keptFrom(facts: OfferedFacts | null, trialId: string): ScreeningComparison['wasKeptBy'] {
  if (facts === null) return null
  if (facts.diedOn !== null) return 'patientDied'
  return mayBeOffered(facts.researchRefusals, trialId) ? null : 'patientsWish'
}
