import { expect, test } from 'vitest'
import { outcomeChanges, type ScreenedOutcome } from './outcome-changes.ts'
import type { Outcome } from './outcome-label.ts'

const trial = (
  registryId: string,
  outcome: Outcome,
  isSetByClinician = false,
  meetingDay: string | null = null,
): ScreenedOutcome => ({
  trialId: `id ${registryId}`,
  registryId,
  title: `Trial ${registryId}`,
  outcome,
  isSetByClinician,
  meetingDay,
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

test('says whether the outcome of now is software’s alone, whatever the one before was', () => {
  const before = [trial('a', 'needsData', true), trial('b', 'needsData', true), trial('c', 'needsData')]
  const after = [trial('a', 'notYet'), trial('c', 'notMatched', true)]
  expect(
    outcomeChanges(before, after).map(({ registryId, isSetByClinician }) => [registryId, isSetByClinician]),
  ).toEqual([
    ['a', false],
    ['b', false],
    ['c', true],
  ])
})

test('names a trial that stays put off until another day, but not where the day before is not known any more', () => {
  const put = (registryId: string, day: string | null) => trial(registryId, 'notYet', false, day)
  const before = [put('a', 'Can be met from 01-Dec-2026'), put('b', 'Can be met from 01-Dec-2026'), put('c', null)]
  const after = [put('a', 'Can be met from 09-Dec-2026'), put('b', 'Can be met from 01-Dec-2026'), put('c', 'x')]
  expect(outcomeChanges(before, after)).toMatchObject([
    { registryId: 'a', from: 'notYet', to: 'notYet', meetingDay: 'Can be met from 09-Dec-2026' },
  ])
})
