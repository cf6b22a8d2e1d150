import type { components } from '#api/schema.ts'
import type { TagColour } from '#domain/referral/referral-status.ts'
import { counted } from '../format/counts.ts'
import { clinicalDate } from '../format/dates.ts'
import { Tag } from './tag.tsx'

type Clock = components['schemas']['Clock']

/** How a referral stands against its standard, with the day it is due. Nothing to wait for is said in words too. */
export function ClockTag({ clock }: { readonly clock: Clock }) {
  const { label, colour } = clockWords[clock.state]
  if (clock.state === 'none') return <span>{label}</span>
  return (
    <span className="app-clock">
      <Tag colour={colour}>{label}</Tag> <span className="app-clock__due">{dueText(clock)}</span>
    </span>
  )
}

/** The words for each state, also for filters. */
export const clockWords: Readonly<Record<Clock['state'], { label: string; colour: TagColour }>> = {
  none: { label: 'No clock', colour: 'white' },
  onTime: { label: 'On time', colour: 'green' },
  due: { label: 'Due', colour: 'yellow' },
  overdue: { label: 'Overdue', colour: 'red' },
  escalated: { label: 'Escalated', colour: 'red' },
}

const unitWords: Readonly<Record<Clock['unit'], readonly [one: string, many: string]>> = {
  workingDays: ['working day', 'working days'],
  calendarDays: ['day', 'days'],
}

/**
 * Late: by how much, unless only days off have gone by since. In time: how much of the time allowed has gone. Beside the
 * tag "Due" the day alone is left to say.
 */
function dueText({ state, dueOn, daysUsed, daysAllowed, unit }: Clock): string {
  const due = dueOn === null ? [] : [state === 'due' ? clinicalDate(dueOn) : `due ${clinicalDate(dueOn)}`]
  if (daysUsed === null || daysAllowed === null) return due.join('')
  if (state === 'overdue' || state === 'escalated') {
    const daysLate = daysUsed - daysAllowed
    const late = `${state === 'overdue' ? 'by' : 'overdue by'} ${counted(daysLate, ...unitWords[unit])}`
    return (daysLate > 0 ? [late, ...due] : due).join(', ')
  }
  return [...due, `${daysUsed} of ${counted(daysAllowed, ...unitWords[unit])}`].join(', ')
}
