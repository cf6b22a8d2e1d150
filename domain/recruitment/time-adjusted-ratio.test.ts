import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../identity/calendar-date.ts'
import { expectedBy, type RecruitmentTarget } from './recruitment-target.ts'
import { ratingRuleWords, timeAdjustedRatio, usualRatingRule } from './time-adjusted-ratio.ts'

/** 100 participants in 200 days: one every second day. Half time is 20 July 2026. */
const plan: RecruitmentTarget = {
  agreedOn: '2026-01-01',
  target: 100,
  opensOn: '2026-04-11',
  plannedCloseOn: addDays('2026-04-11', 200),
}
const halfTime = addDays(plan.opensOn, 100)

describe('timeAdjustedRatio', () => {
  it('is −0.5 and red for a quarter of the target at half time, as in the NIHR example', () => {
    expect(timeAdjustedRatio(25, plan, halfTime)).toEqual({
      kind: 'rated',
      ratio: -0.5,
      expectedToDate: 50,
      rating: 'red',
      words: 'Behind plan by more than 30%',
    })
  })

  it.each([
    [0, -1, 'red'],
    [34, -0.32, 'red'],
    [35, -0.3, 'amber'],
    [36, -0.28, 'amber'],
    [49, -0.02, 'amber'],
    [50, 0, 'green'],
    [51, 0.02, 'green'],
    [120, 1.4, 'green'],
  ])('%i recruited where 50 are expected: %d, %s', (recruited, ratio, rating) => {
    expect(timeAdjustedRatio(recruited, plan, halfTime)).toMatchObject({ kind: 'rated', ratio, rating })
  })

  it('takes other cut points, and prints the rule in force', () => {
    expect(timeAdjustedRatio(44, plan, halfTime, { amberFrom: -0.1 })).toMatchObject({ rating: 'red' })
    expect(timeAdjustedRatio(45, plan, halfTime, { amberFrom: -0.1 })).toMatchObject({
      rating: 'amber',
      words: 'Behind plan, by no more than 10%',
    })
    expect(ratingRuleWords(usualRatingRule)).toBe(
      'Green: 0.00 and above. Amber: from −0.30 to below 0.00. Red: below −0.30.',
    )
  })

  it('has no rating without an agreed UK target', () => {
    expect(timeAdjustedRatio(9, null, halfTime)).toEqual({ kind: 'noTarget', words: 'No UK target agreed' })
    expect(timeAdjustedRatio(9, { ...plan, target: 0 }, halfTime)).toMatchObject({ kind: 'noTarget' })
  })

  it.each([
    [-1, 'notDue'],
    [0, 'notDue'],
    [1, 'tooEarly'],
    [3, 'tooEarly'],
    [4, 'rated'],
    [5, 'rated'],
  ])('%i days after opening, with one participant planned every second day: %s', (days, kind) => {
    expect(timeAdjustedRatio(1, plan, addDays(plan.opensOn, days)).kind).toBe(kind)
  })

  it('does not rate a trial of 12 over five years for its first ten months', () => {
    const small = { ...plan, target: 12, opensOn: '2024-01-01', plannedCloseOn: '2028-12-31' }
    expect(timeAdjustedRatio(0, small, '2024-10-31')).toMatchObject({ kind: 'tooEarly', words: 'Too early to rate' })
    expect(timeAdjustedRatio(0, small, '2024-11-01')).toMatchObject({ kind: 'rated', ratio: -1 })
  })

  it('counts the whole time as gone from planned close on', () => {
    for (const days of [0, 1, 400]) {
      expect(timeAdjustedRatio(80, plan, addDays(plan.plannedCloseOn, days))).toMatchObject({
        ratio: -0.2,
        expectedToDate: 100,
      })
    }
    const eve = timeAdjustedRatio(80, plan, addDays(plan.plannedCloseOn, -1))
    expect(eve).toMatchObject({ expectedToDate: 99.5 })
  })

  it('never reads figures that nobody returned as none recruited', () => {
    expect(timeAdjustedRatio(null, plan, halfTime)).toEqual({
      kind: 'notReturned',
      words: 'No recruitment figures returned',
    })
  })

  it('names dates that cannot be a plan', () => {
    expect(timeAdjustedRatio(3, { ...plan, plannedCloseOn: plan.opensOn }, halfTime).kind).toBe('datesWrong')
  })

  it('is the share recruited over the share of time, less one, whatever the plan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 4000 }),
        fc.integer({ min: -50, max: 5000 }),
        fc.nat({ max: 3000 }),
        (target, plannedDays, elapsedDays, recruited) => {
          const any = { ...plan, target, plannedCloseOn: addDays(plan.opensOn, plannedDays) }
          const asOf = addDays(plan.opensOn, elapsedDays)
          const result = timeAdjustedRatio(recruited, any, asOf)
          if (elapsedDays <= 0) expect(result.kind).toBe('notDue')
          if (result.kind === 'tooEarly') expect(result.expectedToDate).toBeLessThan(2)
          if (result.kind !== 'rated') return
          const shareOfTime = Math.min(1, daysBetween(any.opensOn, asOf) / plannedDays)
          expect(result.ratio).toBeCloseTo(recruited / target / shareOfTime - 1, 8)
          expect(result.expectedToDate).toBe(expectedBy(any, asOf))
          expect(result.rating === 'green').toBe(recruited >= result.expectedToDate)
        },
      ),
    )
  })
})
