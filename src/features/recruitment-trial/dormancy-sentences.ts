import type { components } from '#api/schema.ts'

/** Whether recruitment has fallen asleep. */
export const dormancySentences: Readonly<Record<components['schemas']['RecruitmentRow']['dormancy'], string>> = {
  active: 'Recruiting as planned, or the time since the last recruit is still within what is usual',
  dormant: 'Dormant: nobody recruited for twice the planned gap between two patients, and for 90 days at least',
  notKnown: 'Long without a recruit as far as is known; the returns of some sites are missing',
  notApplicable: 'Nobody is waited for: not open yet, past its planned close, full, or without a target',
}
