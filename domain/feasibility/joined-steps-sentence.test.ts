import { expect, test } from 'vitest'
import { joinedStepsSentence } from './joined-steps-sentence.ts'

const step = (text: string, remaining: number | null, ruleText: string | null = text) => ({
  ...({
    criterionId: text,
    kind: 'inclusion',
    class: 'hard',
    undecided: null,
    appliesTo: null,
    isByCohort: false,
  } as const),
  text,
  ruleText,
  remaining,
})
const countText = (count: number | null) => (count === null ? '0 to 7' : String(count))

test('names the criterion that surely removes most, and how much nobody has read', () => {
  const steps = [step('Adults', 35), step('Stage II or III.', 20), step('ECOG 0 or 1', 15), step('Fit', 15, null)]
  expect(joinedStepsSentence({ considered: 35, steps }, countText)).toBe(
    'Of about 35 patients whose cancer fits or could fit, no rule stops about 15; “Stage II or III” removes most (11 to 19); 1 of 4 criteria is text, which stops nobody until it is read',
  )
})

test('names none where the rounded numbers stay the same', () => {
  expect(joinedStepsSentence({ considered: 20, steps: [step('Adults', 20)] }, countText)).toBe(
    'Of about 20 patients whose cancer fits or could fit, no rule stops about 20',
  )
})

test('says of a few only that they are a few', () => {
  expect(joinedStepsSentence({ considered: 10, steps: [step('Adults', null)] }, countText)).toBe(
    'Of about 10 patients whose cancer fits or could fit, no rule stops 0 to 7; “Adults” removes most (1 to 12)',
  )
})

test('says how many criteria differ by cohort, and that they stop nobody by themselves', () => {
  const steps = ['Cohort', 'Neuropathy'].map((text) => ({ ...step(text, 20), isByCohort: true }))
  expect(joinedStepsSentence({ considered: 20, steps: [step('Adults', 20), ...steps] }, countText)).toBe(
    'Of about 20 patients whose cancer fits or could fit, no rule stops about 20; 2 of 3 criteria differ by cohort, which stops nobody here',
  )
})

test('of a trial without criteria says why all remain', () => {
  expect(joinedStepsSentence({ considered: 20, steps: [] }, countText)).toBe(
    'Of about 20 patients whose cancer fits or could fit, all remain, because no criteria are held',
  )
})
