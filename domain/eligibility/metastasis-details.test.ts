import { expect, test } from 'vitest'
import type { Observation } from './patient-record.ts'
import { recordedItems } from './recorded-items.ts'
import { finding, recordWith } from './sample-record.ts'

const asOf = '2026-06-15'

test.each<[word: string, detail: Observation['detail'], shown: string]>([
  ['stable', { isTreated: true, stableSinceOn: '2026-05-01' }, 'Stable, treated, stable since 01-May-2026'],
  ['present', { isTreated: false }, 'Present, not treated'],
  ['treated', { isTreated: true }, 'Treated'],
  ['untreated', { isTreated: false }, 'Untreated'],
  ['treated', { isStable: true }, 'Treated, stable'],
  ['present', {}, 'Present'],
])('a metastasis that is %s with %o reads "%s"', (word, detail, shown) => {
  const metastasis = finding('metastasis', 'cns', word, asOf, { detail })
  const [item] = recordedItems(recordWith({ observations: [metastasis] }), asOf)
  expect(item).toMatchObject({ label: 'CNS metastasis', valueText: shown })
})
