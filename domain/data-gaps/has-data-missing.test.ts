import { expect, test } from 'vitest'
import type { Outcome } from '../eligibility/outcome-label.ts'
import { hasDataMissing } from './has-data-missing.ts'

test.each<[string, Outcome, boolean, number, boolean]>([
  ['that needs data', 'needsData', false, 1, true],
  ['that needs a clinician who has a question left to answer', 'needsClinician', false, 1, true],
  ['that is put off and could turn out to exclude', 'notYet', false, 3, true],
  ['that somebody has to read and that asks nothing else', 'needsClinician', false, 0, false],
  ['without anything open', 'noFailuresFound', false, 0, false],
  ['that excludes the patient', 'notMatched', false, 2, false],
  ['for many cancers', 'needsData', true, 2, false],
])('a trial %s: %s', (_, outcome, isBasket, openItems, expected) => {
  expect(hasDataMissing({ isBasket, outcome, openItems })).toBe(expected)
})
