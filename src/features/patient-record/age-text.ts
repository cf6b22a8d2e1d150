import type { components } from '#api/schema.ts'
import { counted } from '../../format/counts.ts'

type Aged = Pick<components['schemas']['PatientItem'], 'ageDays' | 'windowDays'>

/** How old a value is and for how long it is relied upon: "80 days old; good for 28 days". What is not known is left out. */
export function ageText({ ageDays, windowDays }: Aged): string {
  const age = ageDays === null ? [] : [ageDays < 0 ? 'dated after today' : `${counted(ageDays, 'day')} old`]
  const window = windowDays === null ? [] : [`good for ${counted(windowDays, 'day')}`]
  return [...age, ...window].join('; ')
}
