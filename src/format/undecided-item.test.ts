import { expect, it } from 'vitest'
import { undecidedItemText } from './undecided-item.ts'

it.each([
  ['lab:platelets', 'Platelets'],
  ['lab:anc', 'ANC'],
  ['ps:ECOG', 'ECOG performance status'],
  ['stage:tnm8', 'Stage: tnm8'],
  ['biomarker:DNAJB1::PRKACA fusion', 'DNAJB1::PRKACA fusion'],
  ['assertion:treatment-history-complete', 'Confirm: treatment history complete'],
  ['diagnosis:histology', 'Diagnosis: histology'],
  ['treatment:last dose date', 'Treatment: last dose date'],
  ['birth-date', 'Birth date'],
])('the item %s is shown as "%s"', (key, words) => {
  expect(undecidedItemText(key)).toBe(words)
})
