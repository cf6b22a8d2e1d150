import type { CalendarDate } from '../identity/calendar-date.ts'
import type { TrialCriterion } from './trial-criterion.ts'

/** Who put the criteria of a protocol into rules, and who compared the rules with its wording. */
export interface TrialEncoding {
  readonly encodedBy: string
  /** `null` while nobody has. */
  readonly checkedBy: string | null
  /** The day on which the rules came into use, or are meant to. */
  readonly effectiveFrom: CalendarDate
}

/** Rules decide about people, so they count only once a second person has compared them with the protocol. */
export function isInForce(encoding: TrialEncoding | undefined): boolean {
  if (encoding === undefined) return false
  const { encodedBy, checkedBy } = encoding
  return checkedBy !== null && nameForm(checkedBy) !== nameForm(encodedBy)
}

function nameForm(name: string): string {
  return name.trim().toLowerCase()
}

/**
 * The criteria as they are to be judged: rules that somebody wrote for a protocol and nobody else has checked are left
 * out, so that their text is for a person to read. What a registry states in fields of its own needs no such check.
 */
export function criteriaInForce({
  criteria,
  encoding,
}: {
  readonly criteria: readonly TrialCriterion[]
  readonly encoding?: TrialEncoding
}): readonly TrialCriterion[] {
  if (isInForce(encoding)) return criteria
  return criteria.map((criterion) => (criterion.origin === 'protocol' ? { ...criterion, expr: null } : criterion))
}
