import { describe, expect, it } from 'vitest'
import { candidateSummary } from './candidate-words.ts'

const none = { noFailuresFound: 0, needsClinician: 0, needsData: 0, notYet: 0, toRead: 0, notMatched: 0 }

describe('the candidate trials of a patient in a row', () => {
  it('are counted, with how many have the best outcome', () => {
    expect(candidateSummary({ ...none, noFailuresFound: 1, needsData: 3 })).toEqual({
      total: '4 trials',
      best: '1 no criteria failed',
      toRead: null,
    })
    expect(candidateSummary({ ...none, needsClinician: 2, notYet: 1 })).toEqual({
      total: '3 trials',
      best: '2 need a clinician',
      toRead: null,
    })
  })

  it('of one outcome say so once', () => {
    expect(candidateSummary({ ...none, needsData: 1 })).toEqual({ total: '1 trial', best: 'needs data', toRead: null })
    expect(candidateSummary({ ...none, needsData: 2 })).toEqual({
      total: '2 trials',
      best: 'all need data',
      toRead: null,
    })
  })

  it('with criteria to read are said apart, and never stand for one checked in full', () => {
    expect(candidateSummary({ ...none, needsData: 1, toRead: 3 })).toEqual({
      total: '4 trials',
      best: '1 needs data',
      toRead: '3 with criteria to read',
    })
    expect(candidateSummary({ ...none, toRead: 2, notMatched: 1 })).toEqual({
      total: '2 trials',
      best: 'all with criteria to read',
      toRead: null,
    })
  })

  it('leave out trials that do not fit', () => {
    expect(candidateSummary({ ...none, notMatched: 9 })).toBeNull()
    expect(candidateSummary({ ...none, notYet: 1, notMatched: 9 })).toEqual({
      total: '1 trial',
      best: 'not yet',
      toRead: null,
    })
  })
})
