import { expect, test } from 'vitest'
import { outcomeChanges, type ScreenedOutcome } from './outcome-changes.ts'
import type { Outcome } from './outcome-label.ts'

const trial = (registryId: string, outcome: Outcome): ScreenedOutcome => ({
  trialId: `id ${registryId}`,
  registryId,
  title: `Trial ${registryId}`,
  outcome,
})

test('names each trial whose outcome is another one, came or went, in the order of the registry', () => {
  const before = [trial('d', 'needsData'), trial('b', 'needsData'), trial('c', 'notYet')]
  const after = [trial('d', 'noFailuresFound'), trial('a', 'needsData'), trial('c', 'notYet')]
  expect(outcomeChanges(before, after).map(({ registryId, from, to }) => [registryId, from, to])).toEqual([
    ['a', null, 'needsData'],
    ['b', 'needsData', null],
    ['d', 'needsData', 'noFailuresFound'],
  ])
  expect(outcomeChanges(after, after)).toEqual([])
})
