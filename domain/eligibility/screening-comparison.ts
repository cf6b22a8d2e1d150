import type { CalendarDate } from '../identity/calendar-date.ts'
import type { TrialAssessment } from './assess-trial.ts'
import type { Outcome } from './outcome-label.ts'
import type { TrialOutcome } from './trial-outcome.ts'
import type { SettlingItem } from './verdict.ts'

/** What set a screening off: new data of the patient, the trial, the passing of a day, or newer rules. */
export type ChangeCause = 'patient' | 'override' | 'trial' | 'day' | 'rules'

/** The stored answer of the screening before. */
export interface AnswerBefore {
  readonly outcome: Outcome
  /** Takes many cancers. */
  readonly isBasket: boolean
  /**
   * Why it was so, worked out again from what the answer was found with. Asked only where the answer has changed; null
   * where it cannot be worked out any more.
   */
  readonly reasons: () => AnswerReasons | null
}

export interface AnswerReasons {
  /** What the patient did not meet, in the protocol's own words. */
  readonly blocking: readonly string[]
  /** What was not known of its criteria. */
  readonly open: readonly SettlingItem[]
  /** The criteria themselves, of every open cohort. */
  readonly criteria: Pick<TrialOutcome, 'outcome' | 'cohorts' | 'criteria' | 'canBeMetFrom' | 'dateDependsOn'>
}

export interface AnswerNow {
  readonly assessment: Pick<TrialAssessment, 'trial' | 'outcome' | 'criteria' | 'blocking' | 'open' | 'hasTextToRead'>
  readonly isBasket: boolean
}

export interface ScreeningComparison {
  /** Null where the trial was not offered to the patient before. */
  readonly before: AnswerBefore | null
  /** Null where it is not offered now; `because` then says why. */
  readonly now: AnswerNow | { readonly because: NotOffered }
  readonly cause: ChangeCause
  /** The trial, or its being open, is new since the patient was last screened. */
  readonly isNewTrial: boolean
  /** The day since the screening before on which the rules of the trial came into use; null where none did. */
  readonly rulesInUseOn: CalendarDate | null
  /** The first day on which a site of the trial here was open; null where nobody says. */
  readonly openedOn: CalendarDate | null
  /** What kept the trial from the patient at the screening before, and does not any more. */
  readonly wasKeptBy: Extract<NotOffered, 'patientDied' | 'patientsWish'> | null
  readonly asOf: CalendarDate
}

export type NotOffered = 'notOpen' | 'otherCancer' | 'patientDied' | 'patientsWish'
