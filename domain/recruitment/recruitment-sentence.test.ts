import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../identity/calendar-date.ts'
import { expectedInTable, ratioInWords, recruitmentSentence } from './recruitment-sentence.ts'
import type { RecruitmentTarget } from './recruitment-target.ts'
import { timeAdjustedRatio } from './time-adjusted-ratio.ts'

/** 40 in 400 days: 21 are planned by 30 June 2026. */
const plan: RecruitmentTarget = {
  agreedOn: '2025-01-01',
  target: 40,
  opensOn: addDays('2026-06-30', -210),
  plannedCloseOn: addDays('2026-06-30', 190),
}

describe('recruitmentSentence', () => {
  it.each([
    [9, '9 recruited of 40 by 30 June 2026, 12 fewer than planned (time-adjusted ratio −0.57, red).'],
    [20, '20 recruited of 40 by 30 June 2026, 1 fewer than planned (time-adjusted ratio −0.05, amber).'],
    [21, '21 recruited of 40 by 30 June 2026, exactly as planned (time-adjusted ratio 0.00, green).'],
    [22, '22 recruited of 40 by 30 June 2026, 1 more than planned (time-adjusted ratio +0.05, green).'],
    [0, '0 recruited of 40 by 30 June 2026, 21 fewer than planned (time-adjusted ratio −1.00, red).'],
  ])('%i recruited where 21 are planned', (recruited, sentence) => {
    expect(sentenceFor(recruited)).toBe(sentence)
  })

  it('does not call a fraction of a participant a difference', () => {
    expect(sentenceFor(21, { asOf: '2026-07-03' })).toContain('just short of plan (time-adjusted ratio −0.01, amber)')
    expect(sentenceFor(21, { asOf: '2026-06-27' })).toContain('just ahead of plan (time-adjusted ratio +0.01, green)')
  })

  it('says when the count is only a lower bound', () => {
    expect(sentenceFor(9, { missing: 1 })).toBe(
      'At least 9 recruited of 40 by 30 June 2026, at most 12 fewer than planned (time-adjusted ratio −0.57, red on the returns held); 1 monthly return is missing.',
    )
    expect(sentenceFor(9, { missing: 2 })).toContain('; 2 monthly returns are missing.')
    expect(sentenceFor(24, { missing: 1 })).toContain('at least 3 more than planned')
  })

  it('says why there is no rating', () => {
    expect(sentenceFor(9, { plan: null })).toBe('9 recruited by 30 June 2026; no UK target agreed.')
    expect(sentenceFor(0, { asOf: plan.opensOn })).toBe(
      '0 recruited by 2 December 2025; 40 planned from 2 December 2025, not due yet.',
    )
    expect(sentenceFor(1, { asOf: addDays(plan.opensOn, 19) })).toBe(
      '1 recruited of 40 by 21 December 2025; too early to rate.',
    )
    expect(sentenceFor(9, { plan: { ...plan, plannedCloseOn: plan.opensOn } })).toBe(
      '9 recruited by 30 June 2026; not rated because planned close is not after opening.',
    )
  })

  it('never turns silence into a count', () => {
    expect(sentenceFor(null, { missing: 3 })).toBe('No recruitment figures returned by 30 June 2026.')
    expect(sentenceFor(null, { plan: null })).toBe(
      'No recruitment figures returned by 30 June 2026; no UK target agreed.',
    )
  })

  it('is one sentence whose difference, count and expected number in the table add up', () => {
    fc.assert(
      fc.property(fc.nat({ max: 80 }), fc.integer({ min: 20, max: 500 }), (recruited, days) => {
        const asOf = addDays(plan.opensOn, days)
        const result = timeAdjustedRatio(recruited, plan, asOf)
        if (result.kind !== 'rated') throw new Error(result.kind)
        const sentence = sentenceFor(recruited, { asOf })
        const told = /(\d+) (fewer|more) than planned/.exec(sentence)
        const gap = told ? Number(told[1]) * (told[2] === 'fewer' ? -1 : 1) : 0
        expect(gap).toBe(recruited - expectedInTable(result.expectedToDate))
        expect(gap < 0 ? result.ratio < 0 : gap > 0 ? result.ratio > 0 : true).toBe(true)
        expect(sentence.match(/\.(?!\d)/g)).toHaveLength(1)
        expect(sentence).not.toMatch(/eligible/i)
      }),
    )
  })
})

describe('ratioInWords', () => {
  it.each([
    [-0.5, '−0.50'],
    [0, '0.00'],
    [1.4, '+1.40'],
    [-0.3, '−0.30'],
    [-0.304, '−0.304'],
    [-0.3004, '−0.3004'],
    [-0.296, '−0.296'],
    [-0.306, '−0.31'],
    [-0.004, '−0.004'],
    [0.004, '+0.004'],
  ])('%d is "%s": a rounded number never lies on the other side of a cut point', (ratio, words) => {
    expect(ratioInWords(ratio)).toBe(words)
  })
})

function sentenceFor(
  recruited: number | null,
  change: { readonly plan?: RecruitmentTarget | null; readonly asOf?: string; readonly missing?: number } = {},
): string {
  const asOf = change.asOf ?? '2026-06-30'
  const inForce = change.plan === undefined ? plan : change.plan
  return recruitmentSentence({
    toDate: { recruited, siteMonthsNotReturned: change.missing ?? 0 },
    plan: inForce,
    result: timeAdjustedRatio(recruited, inForce, asOf),
    asOf,
  })
}
