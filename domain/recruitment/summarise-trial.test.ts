import { describe, expect, test } from 'vitest'
import type { RecruitmentTarget } from './recruitment-target.ts'
import { summariseTrial, type TrialReports } from './summarise-trial.ts'

/** 20 in 400 days: 10 are planned by 30 June 2026. */
const plan: RecruitmentTarget = {
  agreedOn: '2025-12-01',
  target: 20,
  opensOn: '2025-12-12',
  plannedCloseOn: '2027-01-16',
}
const asOf = '2026-06-30'

const reports: TrialReports = {
  sites: [
    { siteId: 'leeds', opensOn: '2026-04-01', closedOn: null },
    { siteId: 'hull', opensOn: '2026-05-01', closedOn: null },
  ],
  returns: [
    { siteId: 'leeds', month: '2026-04', recruited: 4 },
    { siteId: 'leeds', month: '2026-05', recruited: 0 },
    { siteId: 'leeds', month: '2026-06', recruited: 0 },
    { siteId: 'hull', month: '2026-05', recruited: 2 },
  ],
  enrolments: [{ siteId: 'hull', enrolledOn: '2026-06-17' }],
  targets: [plan],
}

describe('one trial on one day', () => {
  test('adds returns and enrolled referrals, and rates them against the plan in force', () => {
    const summary = summariseTrial(reports, asOf)
    expect(summary.plan).toBe(plan)
    expect(summary.toDate).toMatchObject({ recruited: 7, siteMonthsNotReturned: 0, lastRecruitedOn: '2026-06-17' })
    expect(summary.result).toMatchObject({ kind: 'rated', ratio: -0.3, rating: 'amber', expectedToDate: 10 })
    expect(summary).toMatchObject({ dormancy: 'active', isOverRecruited: false })
    expect(summary.sentence).toBe(
      '7 recruited of 20 by 30 June 2026, 3 fewer than planned (time-adjusted ratio −0.30, amber).',
    )
  })

  test('says the same in its numbers and in its sentence when a return is missing', () => {
    const summary = summariseTrial({ ...reports, returns: reports.returns.slice(0, 3) }, asOf)
    expect(summary.toDate).toMatchObject({ recruited: 5, siteMonthsNotReturned: 1 })
    expect(summary.sentence).toContain('At least 5 recruited of 20')
    expect(summary.sentence).toContain('1 monthly return is missing')
  })

  test('knows no number where nobody has reported: that is not 0', () => {
    const summary = summariseTrial({ ...reports, returns: [], enrolments: [] }, asOf)
    expect(summary.toDate.recruited).toBeNull()
    expect(summary.result.kind).toBe('notReturned')
    expect(summary.isOverRecruited).toBeNull()
  })

  test('rates nothing without an agreed target, nor against one that is agreed later', () => {
    for (const targets of [[], [{ ...plan, agreedOn: '2026-07-01' }]]) {
      const summary = summariseTrial({ ...reports, targets }, asOf)
      expect(summary).toMatchObject({ plan: null, result: { kind: 'noTarget' }, dormancy: 'notApplicable' })
      expect(summary.toDate.recruited).toBe(7)
      expect(summary.isOverRecruited).toBeNull()
    }
  })

  test('leaves out what lies after the day asked about', () => {
    const later = { ...reports, enrolments: [{ siteId: 'hull', enrolledOn: '2026-07-01' }] }
    expect(summariseTrial(later, asOf).toDate.recruited).toBe(6)
    expect(summariseTrial(later, '2026-07-01').toDate.recruited).toBe(7)
  })
})
