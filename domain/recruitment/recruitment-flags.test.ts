import { describe, expect, it } from 'vitest'
import { addDays } from '../identity/calendar-date.ts'
import { behindRatings, dormancy, isBehindTarget, isOverRecruited } from './recruitment-flags.ts'
import type { RecruitmentTarget } from './recruitment-target.ts'
import { timeAdjustedRatio } from './time-adjusted-ratio.ts'

/** One participant planned every 60 days: the limit is 120 days. */
const plan: RecruitmentTarget = {
  agreedOn: '2025-01-01',
  target: 12,
  opensOn: '2025-01-01',
  plannedCloseOn: addDays('2025-01-01', 720),
}
const lastRecruitedOn = '2025-06-01'
const question = { plan, recruited: 3, lastRecruitedOn, reportedThrough: '2026-12-31' }

describe('dormancy', () => {
  it.each([
    [119, 'active'],
    [120, 'dormant'],
    [121, 'dormant'],
  ])('%i days after the last recruit, where a gap of 60 is planned: %s', (days, kind) => {
    expect(dormancy({ ...question, asOf: addDays(lastRecruitedOn, days) }).kind).toBe(kind)
  })

  it.each([
    [89, 'active'],
    [90, 'dormant'],
  ])('waits 90 days at least: %i days in a plan of one participant every six: %s', (days, kind) => {
    const fast = { ...question, plan: { ...plan, target: 120 } }
    expect(dormancy({ ...fast, asOf: addDays(lastRecruitedOn, days) }).kind).toBe(kind)
  })

  it('counts from opening where nobody was recruited yet', () => {
    const none = { ...question, recruited: 0, lastRecruitedOn: null }
    expect(dormancy({ ...none, asOf: addDays(plan.opensOn, 119) })).toEqual({ kind: 'active' })
    expect(dormancy({ ...none, asOf: addDays(plan.opensOn, 120) })).toEqual({
      kind: 'dormant',
      daysWithoutRecruit: 120,
      limitDays: 120,
    })
  })

  it.each([
    [119, 'notKnown'],
    [120, 'dormant'],
  ])('is not known while reports cover only %i of the days: %s', (days, kind) => {
    const reportedThrough = addDays(lastRecruitedOn, days)
    expect(dormancy({ ...question, reportedThrough, asOf: addDays(lastRecruitedOn, 200) }).kind).toBe(kind)
  })

  it('is not known where nothing was ever reported', () => {
    const silent = { plan, recruited: null, lastRecruitedOn: null, reportedThrough: null, asOf: '2025-12-01' }
    expect(dormancy(silent)).toEqual({ kind: 'notKnown', limitDays: 120 })
  })

  it.each([
    ['without a plan', { plan: null }],
    ['when the target is reached', { recruited: 12 }],
    ['on the day of opening', { asOf: plan.opensOn }],
    ['from planned close on', { asOf: plan.plannedCloseOn }],
  ])('does not apply %s', (_, change) => {
    expect(dormancy({ ...question, asOf: '2026-01-01', ...change })).toEqual({ kind: 'notApplicable' })
  })
})

describe('isOverRecruited', () => {
  it.each([
    [11, false],
    [12, false],
    [13, true],
    [null, null],
  ])('%s recruited of 12: %s', (recruited, answer) => {
    expect(isOverRecruited(recruited, plan)).toBe(answer)
  })

  it('is not known without an agreed target', () => {
    expect(isOverRecruited(13, null)).toBeNull()
  })
})

describe('behind target', () => {
  /** 50 of 100 are planned by the middle. */
  const half = {
    agreedOn: '2026-01-01',
    target: 100,
    opensOn: '2026-01-01',
    plannedCloseOn: addDays('2026-01-01', 200),
  }
  const halfway = addDays(half.opensOn, 100)
  const atHalfTime = (recruited: number | null) => timeAdjustedRatio(recruited, half, halfway)

  it.each([
    [34, true],
    [49, true],
    [50, false],
    [51, false],
  ])('with %i recruited where 50 were planned: %s', (recruited, isBehind) => {
    expect(isBehindTarget(atHalfTime(recruited))).toBe(isBehind)
  })

  it('is not said of a trial that is not rated', () => {
    expect(isBehindTarget(atHalfTime(null))).toBe(false)
    expect(isBehindTarget(timeAdjustedRatio(0, null, halfway))).toBe(false)
    expect(isBehindTarget(timeAdjustedRatio(0, half, addDays(half.opensOn, 1)))).toBe(false)
  })

  it('is exactly what the ratings named say', () => {
    for (let recruited = 0; recruited <= 100; recruited += 1) {
      const result = atHalfTime(recruited)
      const rating = result.kind === 'rated' ? result.rating : 'green'
      expect(isBehindTarget(result)).toBe(behindRatings.some((behind) => behind === rating))
    }
  })
})
