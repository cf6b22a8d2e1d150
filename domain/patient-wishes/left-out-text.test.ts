import { expect, it } from 'vitest'
import { leftOutText } from './left-out-text.ts'

it.each([
  ['nothing', { all: false, trialIds: [] }, null],
  ['another trial', { all: false, trialIds: ['trial-2'] }, null],
  ['the trial', { all: false, trialIds: ['trial-1'] }, 'this trial'],
  ['all research', { all: true, trialIds: ['trial-1'] }, 'research'],
])('a patient who does not want to hear about %s', (_, refusals, what) => {
  const text = what === null ? null : `Left out by the patient’s wish: does not want to hear about ${what}`
  expect(leftOutText(refusals, 'trial-1')).toBe(text)
})
