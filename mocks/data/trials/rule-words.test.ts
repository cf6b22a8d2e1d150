import { expect, test } from 'vitest'
import { ruleText } from '#domain/eligibility/rule-text.ts'
import { demonstrationTrials } from './demonstration-trials.ts'

const rules = demonstrationTrials('2026-08-03').flatMap(({ record }) =>
  record.criteria.flatMap(({ id, expr }) =>
    expr === null ? [] : [[`${record.registryId} ${id}`, ruleText(expr)] as const],
  ),
)

/** Two negations in a row, or one of a whole bracket: nobody reads such a rule at sight. */
const doubled = /\b(?:not|no|unless|except when|other than)\b[\s(:]*\b(?:not|no|unless|except|other than)\b|\bnot:? \(/u

test.each([
  'not (not CNS metastasis present and not active spinal cord compression)',
  'not not platinum',
  'another cancer, except when no other cancer than cervical carcinoma in situ',
  'no lines of treatment, unless (no lines of palliative treatment)',
])('the check reports: %s', (text) => {
  expect(text).toMatch(doubled)
})

test('no rule of a demonstration trial has two negations in a row', () => {
  expect(rules.length).toBeGreaterThan(250)
  expect(rules.filter(([, text]) => doubled.test(text))).toEqual([])
})

test('an exclusion reads as what excludes', () => {
  const textOf = new Map(rules)
  expect(textOf.get('DEMO-UVM-04 E1')).toBe(
    '(CNS metastasis present, except when (CNS metastasis treated, CNS metastasis stable for at least 14 days and no systemic corticosteroid taken within 14 days)); or leptomeningeal metastasis present; or active spinal cord compression',
  )
  expect(textOf.get('DEMO-PEN-01 E2')).toBe('diagnosis Urethral carcinoma or morphology other than 8051 to 8086')
  expect(textOf.get('DEMO-BSK-11 E2')).toBe('any toxicity of grade 2 or worse, other than alopecia')
})
