import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CriterionState } from './criterion-outcome.ts'
import { rankCandidates } from './rank-candidates.ts'
import type { RankedTrial } from './ranked-trial.ts'
import { rankingReasons } from './ranking-reasons.ts'

function trial(
  trialId: string,
  states: readonly CriterionState[] = ['met'],
  parts: Partial<RankedTrial> = {},
): RankedTrial {
  const toRead = states.filter((state) => state === 'notEncoded').length
  return {
    trialId,
    outcome: 'needsData',
    criteria: states.map((state) => ({ state })),
    counts: { checked: states.length - toRead, toRead },
    isOpenAtOwnSite: false,
    isWithinTravel: false,
    travelText: null,
    ...parts,
  }
}

const order = (...trials: readonly RankedTrial[]) => rankCandidates(trials).map(({ trialId }) => trialId)

describe('the order of candidate trials', () => {
  it('puts own site first, then travel, then fewest not met, then fewest not known', () => {
    expect(
      order(
        trial('far, one unknown', ['unknown']),
        trial('far, all met'),
        trial('far, one not met', ['notMet']),
        trial('near', ['unknown', 'unknown'], { isWithinTravel: true }),
        trial('travel not known', ['met'], { isWithinTravel: null }),
        trial('own', ['unknown', 'notMet'], { isOpenAtOwnSite: true }),
      ),
    ).toEqual(['own', 'near', 'travel not known', 'far, all met', 'far, one unknown', 'far, one not met'])
  })

  it('puts partly encoded trials after fully encoded ones, and trials that do not fit last', () => {
    expect(
      order(
        trial('partly', ['met', 'notEncoded'], { isOpenAtOwnSite: true }),
        trial('does not fit', ['notMet'], { outcome: 'notMatched', isOpenAtOwnSite: true }),
        trial('fully', ['unknown', 'unknown']),
        trial('nothing encoded', []),
      ),
    ).toEqual(['fully', 'partly', 'nothing encoded', 'does not fit'])
  })

  it('says why, step by step', () => {
    expect(
      rankingReasons(trial('one', ['met', 'notMet', 'person', 'notEncoded'], { travelText: '31 miles away' })),
    ).toEqual([
      { step: 'checked', text: '3 of 4 criteria checked by software, 1 to read' },
      { step: 'ownSite', text: 'Not open at your own site' },
      { step: 'travel', text: '31 miles away' },
      { step: 'notMet', text: 'Criteria not met: 1' },
      { step: 'toSettle', text: 'Criteria not known or for a person: 2' },
    ])
    expect(rankingReasons(trial('two', ['met'], { isOpenAtOwnSite: true })).map(({ text }) => text)).toEqual([
      'Every criterion checked by software',
      'Open at your own site',
      'Criteria not met: 0',
      'Criteria not known or for a person: 0',
    ])
  })

  it('does not depend on the order in which trials come', () => {
    const trials = [
      trial('a'),
      trial('b'),
      trial('c', ['unknown']),
      trial('d', ['notEncoded']),
      trial('e', ['met'], { isWithinTravel: true }),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray(trials, { minLength: trials.length }), (shuffled) => {
        expect(order(...shuffled)).toEqual(['e', 'a', 'b', 'c', 'd'])
      }),
    )
  })
})
