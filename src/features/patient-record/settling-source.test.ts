import { expect, test } from 'vitest'
import { findingMenu } from '#domain/eligibility/finding-menu.ts'
import { type SettlingSource, settlingSource, settlingSources, settlingSourceWords } from './settling-source.ts'

test.each<[string, SettlingSource]>([
  ['lab:csf-cytology', 'laboratory'],
  ['infection:HIV', 'laboratory'],
  ['measurable-disease', 'scan'],
  ['metastasis:brain', 'scan'],
  ['observation:residual-tumour-max-diameter', 'scan'],
  ['observation:lvef', 'scan'],
  ['observation:weight', 'clinic'],
  ['ps:ECOG', 'clinic'],
  ['medication:warfarin:dose', 'clinic'],
  ['diagnosis:histology', 'pathology'],
  ['biomarker:BRAF', 'pathology'],
  ['treatment:00000000-0000-4000-8000-000000000001:end date', 'treatment'],
  ['assertion:medicines-reviewed', 'review'],
  ['attest:Fit for surgery: of the liver', 'decision'],
  ['sex', 'identity'],
])('%s is found out by: %s', (key, source) => expect(settlingSource(key)).toBe(source))

test('whatever can be recorded as a finding is found out somewhere, and only what a person decides is a decision', () => {
  const decided = findingMenu.flatMap(({ findings }) =>
    findings.filter(({ key }) => settlingSource(key) === 'decision').map(({ key }) => key.replace(/:.*/u, '')),
  )
  expect(new Set(decided)).toEqual(new Set(['standard-options', 'central-review']))
})

test('each source has words of its own', () => {
  expect(new Set(Object.values(settlingSourceWords)).size).toBe(settlingSources.length)
})
