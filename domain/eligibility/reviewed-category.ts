import type { Assertion, Observation } from './patient-record.ts'

/** The category that somebody goes through who reviews findings of the kind; `undefined` for what is measured or judged. */
export function reviewedCategory(kind: Observation['kind']): Assertion['category'] | undefined {
  return categories[kind]
}

const categories: Readonly<Partial<Record<Observation['kind'], Assertion['category']>>> = {
  condition: 'comorbidities-reviewed',
  toxicity: 'comorbidities-reviewed',
  'other-malignancy': 'comorbidities-reviewed',
  medication: 'medicines-reviewed',
  infection: 'infection-status-reviewed',
}
