import { describe, expect, it } from 'vitest'
import { calendarDateInLondon } from '../identity/calendar-date-in-london.ts'
import {
  type Delegation,
  delegatedFor,
  delegatesOn,
  delegationState,
  dutiesFor,
  overlap,
  trialDutiesOn,
  trialsOf,
} from './delegation.ts'

const at = { trialId: 'trial', organisationId: 'site' }
const line: Delegation = {
  ...at,
  accountId: 'nurse',
  duty: 'consent',
  startsOn: '2026-06-10',
  endsOn: '2026-06-20',
  endedOn: null,
}

describe('a line of the delegation log', () => {
  it.each([
    ['the day before the first', '2026-06-09', 'planned', false],
    ['the first day', '2026-06-10', 'current', true],
    ['the last day', '2026-06-20', 'current', true],
    ['the day after the last', '2026-06-21', 'past', false],
  ] as const)('on %s', (_, on, state, holds) => {
    expect(delegationState(line, on)).toBe(state)
    expect(delegatedFor([line], 'nurse', 'consent', at, on)).toBe(holds)
  })

  it('without a last day holds for good', () => {
    expect(delegationState({ ...line, endsOn: null }, '2066-01-01')).toBe('current')
  })

  it('that somebody ended holds to the day before, also where it was to begin later', () => {
    const ended = { ...line, endedOn: '2026-06-15' }
    expect(delegationState(ended, '2026-06-14')).toBe('current')
    expect(delegationState(ended, '2026-06-15')).toBe('past')
    expect(delegationState({ ...line, endedOn: '2026-06-01' }, '2026-06-12')).toBe('past')
  })

  it('counts the days as London does: an hour before midnight in summer is the next day there', () => {
    const firstHour = calendarDateInLondon(new Date('2026-06-09T23:30:00Z'))
    expect(delegatedFor([line], 'nurse', 'consent', at, firstHour)).toBe(true)
    const afterLast = calendarDateInLondon(new Date('2026-06-20T23:30:00Z'))
    expect(delegatedFor([line], 'nurse', 'consent', at, afterLast)).toBe(false)
  })

  it('is of one person, one duty, one trial and one site', () => {
    const on = '2026-06-12'
    expect(delegatedFor([line], 'colleague', 'consent', at, on)).toBe(false)
    expect(delegatedFor([line], 'nurse', 'preScreening', at, on)).toBe(false)
    expect(delegatedFor([line], 'nurse', 'consent', { ...at, trialId: 'another' }, on)).toBe(false)
    expect(delegatedFor([line], 'nurse', 'consent', { ...at, organisationId: 'another' }, on)).toBe(false)
  })
})

it('somebody may do what the lines of the day say together, trial by trial', () => {
  const log = [line, { ...line, duty: 'coordination' }, { ...line, trialId: 'second', duty: 'preScreening' }] as const
  const held = trialDutiesOn(log, '2026-06-12')
  expect(dutiesFor(held, 'trial')).toEqual(['consent', 'coordination'])
  expect(dutiesFor(held, 'third')).toEqual([])
  expect(trialsOf(held)).toEqual(['trial', 'second'])
  expect(trialsOf(held, 'preScreening')).toEqual(['second'])
  expect(trialDutiesOn(log, '2026-06-21')).toEqual([])
})

it('who can act at a site are those on the log of the day who still work there', () => {
  const here = { ...line, name: 'Nurse', role: 'site-nurse', isAtSite: true } as const
  const log = [
    { ...here, duty: 'coordination' as const },
    here,
    { ...here, accountId: 'left', name: 'Left', isAtSite: false },
    { ...here, accountId: 'ended', name: 'Ended', endedOn: '2026-06-11' },
  ]
  expect(delegatesOn(log, '2026-06-12')).toEqual([
    { name: 'Nurse', role: 'site-nurse', duties: ['consent', 'coordination'] },
  ])
})

it.each([
  ['on the last day', { startsOn: '2026-06-20', endsOn: null }, true],
  ['on the day after', { startsOn: '2026-06-21', endsOn: null }, false],
  ['to the first day', { startsOn: '2026-06-01', endsOn: '2026-06-10' }, true],
  ['to the day before', { startsOn: '2026-06-01', endsOn: '2026-06-09' }, false],
] as const)('two lines that meet %s overlap or not', (_, days, expected) => {
  expect(overlap(line, { ...days, endedOn: null })).toBe(expected)
  expect(overlap({ ...days, endedOn: null }, line)).toBe(expected)
})

it('a line that was ended leaves its days to another', () => {
  const again = { startsOn: '2026-06-15', endsOn: null, endedOn: null }
  expect(overlap({ ...line, endedOn: '2026-06-15' }, again)).toBe(false)
  expect(overlap({ ...line, endedOn: '2026-06-16' }, again)).toBe(true)
})
