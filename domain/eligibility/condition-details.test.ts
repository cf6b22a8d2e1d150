import { expect, it } from 'vitest'
import { recordedItems } from './recorded-items.ts'
import { finding, recordWith } from './sample-record.ts'

const valueText = (code: string, value: string, detail: Readonly<Record<string, string | boolean>>) =>
  recordedItems(
    recordWith({ observations: [finding('condition', code, value, '2026-06-01', { detail })] }),
    '2026-06-15',
  )[0]?.valueText

it.each([
  ['myasthenia-gravis', { severity: 'MGFA-IV' }, 'Active, MGFA class IV'],
  ['autoimmune-disease', { needsSystemicTherapy: true }, 'Active, needs systemic therapy'],
  ['autoimmune-disease', { needsSystemicTherapy: false }, 'Active, needs no systemic therapy'],
  ['hypertension', {}, 'Active'],
])('a recorded condition says what decides of it: %s %j', (code, detail, words) => {
  expect(valueText(code, 'active', detail)).toBe(words)
})
