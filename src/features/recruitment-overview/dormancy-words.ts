import type { components } from '#api/schema.ts'

/** Whether a trial has stopped recruiting without anybody saying so; null where there is nothing to say. */
export const dormancyWords: Readonly<Record<components['schemas']['RecruitmentRow']['dormancy'], string | null>> = {
  active: null,
  notApplicable: null,
  dormant: 'Dormant: nobody for twice the planned gap',
  notKnown: 'Perhaps dormant: returns are missing',
}
