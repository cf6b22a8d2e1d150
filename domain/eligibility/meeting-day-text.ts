import type { CalendarDate } from '../identity/calendar-date.ts'
import { displayDate } from '../identity/date-words.ts'
import type { TrialOutcome } from './trial-outcome.ts'

/** From when a trial that is put off can be met, with what could put it off further; `day` is null where nobody can say. */
export interface MeetingDay {
  readonly day: CalendarDate | null
  readonly dependsOn: readonly string[]
}

export function meetingDayOf({
  canBeMetFrom,
  dateDependsOn,
}: Pick<TrialOutcome, 'canBeMetFrom' | 'dateDependsOn'>): MeetingDay {
  return { day: canBeMetFrom, dependsOn: dateDependsOn.map(({ label }) => label) }
}

/**
 * "Can be met from 16-Aug-2026", or where something that is not known could put it off further "Not before 16-Aug-2026,
 * depending on: treatment history complete".
 */
export function meetingDayText({ day, dependsOn }: MeetingDay): string {
  if (day === null) return 'No date can be named'
  if (dependsOn.length === 0) return `Can be met from ${displayDate(day)}`
  return `Not before ${displayDate(day)}, depending on: ${dependsOn.map(withoutVerb).join(', ')}`
}

function withoutVerb(label: string): string {
  return label.replace(/^Confirm: /u, '')
}
