import { describe, expect, it } from 'vitest'
import { expectedBy, type RecruitmentTarget, targetInForce } from './recruitment-target.ts'

const first: RecruitmentTarget = {
  agreedOn: '2025-01-10',
  target: 40,
  opensOn: '2025-03-01',
  plannedCloseOn: '2027-03-01',
}
const rebaselined: RecruitmentTarget = { ...first, agreedOn: '2026-02-01', target: 30, plannedCloseOn: '2028-03-01' }

describe('targetInForce', () => {
  it.each([
    ['2025-01-09', null],
    ['2025-01-10', first],
    ['2026-01-31', first],
    ['2026-02-01', rebaselined],
    ['2026-02-02', rebaselined],
  ])('on %s', (asOf, plan) => {
    expect(targetInForce([rebaselined, first], asOf)).toBe(plan)
  })

  it('takes the later row of two agreed on one day', () => {
    const corrected = { ...first, target: 41 }
    expect(targetInForce([first, corrected], '2025-06-01')).toBe(corrected)
  })

  it('has none where none was agreed', () => {
    expect(targetInForce([], '2026-01-01')).toBeNull()
  })
})

describe('expectedBy', () => {
  const plan = { ...first, target: 73, opensOn: '2026-01-01', plannedCloseOn: '2027-01-01' }

  it.each([
    ['2025-12-31', 0],
    ['2026-01-01', 0],
    ['2026-01-02', 0.2],
    ['2026-03-29', 17.4],
    ['2026-03-30', 17.6],
    ['2026-12-31', 72.8],
    ['2027-01-01', 73],
    ['2027-01-02', 73],
  ])('one participant every five days: by %s %d', (on, expected) => {
    expect(expectedBy(plan, on)).toBe(expected)
  })
})
