import { expect, test } from 'vitest'
import { attritionSentence } from './attrition-sentence.ts'

const step = (text: string, removed: number | null, undecided: number | null, remaining: number | null) => ({
  text,
  ruleText: text,
  isByCohort: false,
  removed,
  undecided,
  remaining,
})
const exact = (count: number | null) => String(count)

test('names what removes most and what cannot be decided for most', () => {
  const steps = [step('Stage II or III.', 11, 2, 23), step('ECOG 0 or 1', 3, 9, 20), step('Platelets', 14, 1, 6)]
  expect(attritionSentence({ considered: 34, steps }, exact)).toBe(
    'Of 34 patients whose cancer fits or could fit, no rule stops 6; “Platelets” removes most (14); “ECOG 0 or 1” cannot be decided for 9',
  )
})

test('of several alike the first is named, and one patient may remain', () => {
  const steps = [step('A', 2, 1, 3), step('B', 2, 1, 1)]
  expect(attritionSentence({ considered: 5, steps }, exact)).toBe(
    'Of 5 patients whose cancer fits or could fit, no rule stops 1; “A” removes most (2); “A” cannot be decided for 1',
  )
})

test('text that only a person can read is counted apart, and not named as undecided', () => {
  const steps = [{ ...step('Fit in the opinion of the investigator', 0, 5, 5), ruleText: null }]
  expect(attritionSentence({ considered: 5, steps }, exact)).toBe(
    'Of 5 patients whose cancer fits or could fit, no rule stops 5; 1 of 1 criteria is text, which stops nobody until it is read',
  )
})

test('criteria that differ by cohort stop nobody by themselves, and are counted', () => {
  const steps = [step('Adults', 0, 0, 5), { ...step('Neuropathy, cohort A', 0, 0, 5), isByCohort: true }]
  expect(attritionSentence({ considered: 5, steps }, exact)).toBe(
    'Of 5 patients whose cancer fits or could fit, no rule stops 5; 1 of 2 criteria differs by cohort, which stops nobody here',
  )
})

test('a trial without criteria removes nobody, and says why', () => {
  expect(attritionSentence({ considered: 1, steps: [] }, exact)).toBe(
    'Of 1 patient whose cancer fits or could fit, all remain, because no criteria are held',
  )
})

test('a long wording is cut at a word', () => {
  const text = `${'Adequate function of bone marrow '.repeat(4)}`.trim()
  const sentence = attritionSentence({ considered: 9, steps: [step(text, 4, 0, 5)] }, exact)
  expect(sentence).toContain('“Adequate function of bone marrow Adequate function of bone marrow Adequate …”')
})
