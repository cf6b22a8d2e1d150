import type { DraftTrial } from '#domain/feasibility/draft-trial.ts'

/** The criteria of a draft: one that software checks, and one that a clinician has to judge. */
export const draftCriteria = [
  {
    criterionId: 'I1',
    kind: 'inclusion',
    class: 'hard',
    text: 'Adults',
    rule: { op: 'age', unit: 'years', min: 18 },
  },
  { criterionId: 'I2', kind: 'inclusion', class: 'judgement', text: 'Fit for treatment', rule: null },
] as const satisfies DraftTrial['criteria']
