import { completenessWindowDays } from './freshness.ts'
import type { ItemContent } from './item-content.ts'
import type { Assertion } from './patient-record.ts'

/** A confirmation that a category is complete, which has to be made again when its time is over. */
export function itemOfAssertion({ category, assertedOn }: Assertion): ItemContent {
  return {
    section: category === 'treatment-history-complete' ? 'treatment' : 'other',
    label: assertionLabels[category],
    valueText: 'Confirmed',
    on: assertedOn,
    windowDays: completenessWindowDays[category],
  }
}

const assertionLabels: Readonly<Record<Assertion['category'], string>> = {
  'treatment-history-complete': 'Treatment history is complete',
  'comorbidities-reviewed': 'Comorbidities reviewed',
  'medicines-reviewed': 'Medicines reviewed',
  'infection-status-reviewed': 'Infection status reviewed',
}
