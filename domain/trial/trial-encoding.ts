import type { CalendarDate } from '../identity/calendar-date.ts'
import type { TrialCriterion } from './trial-criterion.ts'

/** Who put the criteria of a protocol into rules, and who compared the rules with its wording. */
export interface TrialEncoding {
  readonly encodedBy: string
  /** `null` while nobody has. */
  readonly checkedBy: string | null
  /** The first day on which the rules count, if somebody else has checked them. */
  readonly effectiveFrom: CalendarDate
}

/** Rules decide about people, so they count only once a second person has compared them with the protocol. */
export function isChecked({ encodedBy, checkedBy }: TrialEncoding): boolean {
  return checkedBy !== null && nameForm(checkedBy) !== nameForm(encodedBy)
}

/** The first day on which the rules count; null while nobody else has checked them, or there are none. */
export function rulesFrom(encoding: TrialEncoding | undefined): CalendarDate | null {
  return encoding !== undefined && isChecked(encoding) ? encoding.effectiveFrom : null
}

/** The day on which the rules of a trial came into use, where it lies after one screening and not after the next. */
export function cameIntoUseBetween(
  from: CalendarDate | null,
  screenedOn: CalendarDate | null,
  asOf: CalendarDate,
): CalendarDate | null {
  return from !== null && screenedOn !== null && screenedOn < from && from <= asOf ? from : null
}

/** Whether the rules count on a day: they have been checked, and their day has come. */
export function isInForce(encoding: TrialEncoding | undefined, asOf: CalendarDate): boolean {
  return encoding !== undefined && isChecked(encoding) && encoding.effectiveFrom <= asOf
}

function nameForm(name: string): string {
  return name.trim().toLowerCase()
}

interface EncodedCriteria {
  readonly criteria: readonly TrialCriterion[]
  readonly encoding?: TrialEncoding
}

/**
 * The criteria as they are to be judged on a day: rules for a protocol that nobody else has checked, or whose day is
 * still to come, are left out, so that their text is for a person to read.
 */
export function criteriaInForce(trial: EncodedCriteria, asOf: CalendarDate): readonly TrialCriterion[] {
  return isInForce(trial.encoding, asOf) ? trial.criteria : criteriaWithoutRules(trial)
}

/** How many criteria the software checks on a day. */
export function countRulesInForce(trial: EncodedCriteria, asOf: CalendarDate): number {
  return criteriaInForce(trial, asOf).filter(({ expr }) => expr !== null).length
}

/** The criteria with their text only. What a registry states in fields of its own needs nobody to check it. */
export function criteriaWithoutRules({ criteria }: EncodedCriteria): readonly TrialCriterion[] {
  return criteria.map((criterion) => (criterion.origin === 'protocol' ? { ...criterion, expr: null } : criterion))
}
