import type { Role } from './role.ts'

/** What somebody is delegated to do on one trial at one site. */
export type Duty = (typeof duties)[number]['duty']

/** Every duty with the words shown for it and what it lets somebody do, in the order of a choice on screen. */
export const duties = [
  {
    duty: 'principalInvestigator',
    label: 'Principal investigator',
    meaning: 'Answers for the trial at this site, confirms eligibility, and keeps this log',
  },
  {
    duty: 'subInvestigator',
    label: 'Sub-investigator',
    meaning: 'A doctor who judges at pre-screening and records a screen failure',
  },
  { duty: 'preScreening', label: 'Pre-screening', meaning: 'Records who is suitable at pre-screen and who is not' },
  { duty: 'consent', label: 'Taking consent', meaning: 'Takes consent and records it' },
  {
    duty: 'coordination',
    label: 'Site coordination',
    meaning: 'Acknowledges referrals and moves them on where nothing is judged',
  },
] as const satisfies readonly { duty: string; label: string; meaning: string }[]

export const everyDuty: readonly Duty[] = duties.map(({ duty }) => duty)

const labelByDuty: ReadonlyMap<string, string> = new Map(duties.map(({ duty, label }) => [duty, label]))

/** The words for a duty: `dutyLabel('consent')` is "Taking consent". */
export function dutyLabel(duty: Duty): string {
  return labelByDuty.get(duty) ?? duty
}

/** The roles whose holders work for a site, and so can be delegated something. */
export const siteRoles = ['site-nurse', 'investigator'] as const satisfies readonly Role[]

/** What somebody with a role can be delegated to do: what only a doctor may decide is for investigators. */
export function dutiesOfRole(role: Role): readonly Duty[] {
  if (role === 'investigator') return everyDuty
  return role === 'site-nurse' ? ['preScreening', 'consent', 'coordination'] : []
}
